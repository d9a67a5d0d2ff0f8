namespace IrenPortal.Ui;

/// <summary>One place of the staff side.</summary>
/// <param name="Href">Its address.</param>
/// <param name="Text">Its name.</param>
/// <param name="Count">How many things wait there; null where that is not said.</param>
public sealed record RailItem(string Href, string Text, int? Count = null);
