using NodaTime;

namespace IrenPortal.Content;

/// <summary>One figure over time, from <c>company.yml</c>. Immutable.</summary>
/// <param name="Label">What it is, once in the file.</param>
/// <param name="Unit">The unit of every value, in words such as <c>US$ million</c> or <c>MW</c>.</param>
/// <param name="Note">What a reader must know of all of it, or null.</param>
/// <param name="Values">Its values, oldest first, at least one.</param>
public sealed record FigureSeries(string Label, string Unit, string? Note, IReadOnlyList<FigureValue> Values);

/// <summary>One value of a figure.</summary>
/// <param name="Period">The period or day as printed, such as <c>Q4 FY26</c>.</param>
/// <param name="AsOf">The period's last day, or the day on which it was said.</param>
/// <param name="Value">The value in the series' unit; null where no source states it, so that a gap stays a gap.</param>
/// <param name="Target">True for what is aimed at, false for what was reached.</param>
/// <param name="Note">What a reader must know beside it, or null.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Announcement">Slug of the release that says it, or null.</param>
/// <param name="Reported">True where it is known from reports alone.</param>
public sealed record FigureValue(
    string Period, LocalDate AsOf, decimal? Value, bool Target, string? Note, string Source, string? Announcement, bool Reported);
