using NodaTime;

namespace IrenPortal.Ui.Charts;

/// <summary>What sums became, in one currency.</summary>
/// <param name="Dates">The days of the axis in ascending order, each a slot of equal width.</param>
/// <param name="Start">The sum at the beginning; a level line marks it.</param>
/// <param name="Lines">The sums, at most two; each has a value on the last day.</param>
public sealed record ValueHistory(IReadOnlyList<LocalDate> Dates, decimal Start, IReadOnlyList<ValueLine> Lines);

/// <summary>One sum over time.</summary>
/// <param name="Name">What it is put into.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Values">One for each day; null where there is none.</param>
public sealed record ValueLine(string Name, LineKind Kind, IReadOnlyList<decimal?> Values);
