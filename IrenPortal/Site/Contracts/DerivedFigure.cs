namespace IrenPortal.Site.Contracts;

/// <summary>A figure that this site computed from a contract's terms, and says so.</summary>
/// <param name="Label">What it is, such as "Value a year".</param>
/// <param name="Value">The figure as printed, such as "About $1.94bn".</param>
/// <param name="Formula">How it was computed, in words and figures, such as "$9.7bn divided by 5 years".</param>
public sealed record DerivedFigure(string Label, string Value, string Formula);
