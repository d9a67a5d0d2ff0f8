namespace IrenPortal.Ui;

/// <summary>The icons of the site. Each stands beside a word that says the same.</summary>
public enum GlyphKind
{
    /// <summary>A filled triangle pointing up: a rise.</summary>
    Up,

    /// <summary>A filled triangle pointing down: a fall.</summary>
    Down,

    /// <summary>Two bars: unchanged.</summary>
    Equal,

    /// <summary>A tick: done, approved.</summary>
    Check,

    /// <summary>A clock: waiting.</summary>
    Clock,

    /// <summary>An empty ring: a draft, nothing yet.</summary>
    Circle,

    /// <summary>A cross: blocked, or remove.</summary>
    Cross,

    /// <summary>A triangle with a stroke: needs attention.</summary>
    Warning,

    /// <summary>An angle pointing right: closed, or next.</summary>
    ChevronRight,

    /// <summary>An angle pointing left: previous.</summary>
    ChevronLeft,

    /// <summary>An angle pointing down: opened.</summary>
    ChevronDown,

    /// <summary>A quarter-filled ring: partly done.</summary>
    Part,
}
