namespace IrenPortal.Site.Contracts;

/// <summary>A figure that this site computed from a contract's terms.</summary>
/// <param name="Key">Its name for machines, such as <c>value_per_year</c>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">The figure in <paramref name="Unit"/>, to four decimals.</param>
/// <param name="Unit">An ISO 4217 code, or <c>percent</c>.</param>
/// <param name="Display">The figure as printed, with "About" where an input is approximate.</param>
/// <param name="Formula">How it was computed, in words and figures.</param>
/// <param name="Approximate">True where an input is approximate.</param>
/// <param name="Reported">True where an input is known from reports alone.</param>
public sealed record DerivedFigure(
    string Key, string Label, decimal Value, string Unit, string Display, string Formula, bool Approximate, bool Reported);
