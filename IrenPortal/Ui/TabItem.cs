namespace IrenPortal.Ui;

/// <summary>One of several views.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Text">Its name.</param>
/// <param name="Href">Its address; null on interactive pages that switch without one.</param>
/// <param name="Count">How many things it holds; null where that is not said.</param>
public sealed record TabItem(string Key, string Text, string? Href = null, int? Count = null);
