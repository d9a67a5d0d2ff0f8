namespace IrenPortal.Ui;

/// <summary>How a thing stands. Each has its own glyph and colour; the word beside them says it.</summary>
public enum StateKind
{
    /// <summary>A draft, or nothing to do: a ring.</summary>
    Neutral,

    /// <summary>Done, approved, released: a tick.</summary>
    Good,

    /// <summary>Waiting for somebody or for its time: a clock.</summary>
    Waiting,

    /// <summary>Needs attention: a triangle.</summary>
    Attention,

    /// <summary>Blocked or failed: a cross.</summary>
    Bad,
}
