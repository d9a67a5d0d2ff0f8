namespace IrenPortal.Ui;

/// <summary>The weight of a button on its page.</summary>
public enum ButtonKind
{
    /// <summary>The one thing to do.</summary>
    Filled,

    /// <summary>Another thing to do.</summary>
    Outlined,

    /// <summary>A lesser thing, without a border.</summary>
    Text,

    /// <summary>An act that cannot be undone; in dialogs only.</summary>
    Danger,
}
