namespace IrenPortal.Ui;

/// <summary>One choice of a list.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the reader sees.</param>
/// <param name="Hint">What it means, where that needs a line; null otherwise.</param>
public sealed record SelectOption(string Value, string Text, string? Hint = null);
