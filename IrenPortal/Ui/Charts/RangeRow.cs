namespace IrenPortal.Ui.Charts;

/// <summary>An estimate with its range, as one row of a chart; fractions.</summary>
/// <param name="Label">What was estimated.</param>
/// <param name="Estimate">The estimate and its range; null where there is none.</param>
/// <param name="Note">What a reader must know beside it; null for nothing.</param>
/// <param name="Missing">Why there is no estimate, in a few words.</param>
public sealed record RangeRow(string Label, RangeEstimate? Estimate, string? Note = null, string? Missing = null);

/// <summary>An estimate between the ends of its range.</summary>
public sealed record RangeEstimate(double Value, double Low, double High);
