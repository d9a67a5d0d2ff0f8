using NodaTime;

namespace IrenPortal.Site.Api;

/// <summary>An announcement with its measures. Returns are fractions; what isn't known, or can't stand alone, is null.</summary>
/// <param name="Slug">Its address part.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="ReleasedAt">The approved instant; the first of its span where the minute isn't known.</param>
/// <param name="Timing">How precisely the release time is known.</param>
/// <param name="Category">One of the company's categories.</param>
/// <param name="Url">Its page.</param>
/// <param name="Number">1 for the oldest announcement.</param>
/// <param name="Day0">The first session that could react; null where the calendar doesn't reach it.</param>
/// <param name="OpenReturn">From the close before to the open of day 0.</param>
/// <param name="CloseReturn">From the close before to the close of day 0.</param>
/// <param name="BenchmarkReturn">The benchmark's return of day 0.</param>
/// <param name="VolumeRatio">Volume of day 0 over the usual one.</param>
/// <param name="EarlyClose">Whether day 0 closed early; its volume is low for that reason alone.</param>
/// <param name="Status">How far the event study went: ok, partial or refused.</param>
/// <param name="Refusal">Why it was refused.</param>
/// <param name="Observations">M, the usable sessions of the estimation window.</param>
/// <param name="Alpha">Of the market model.</param>
/// <param name="Beta">Of the market model.</param>
/// <param name="RSquared">Of the market model.</param>
/// <param name="Windows">Each standard window in its order.</param>
public sealed record MeasureItem(
    string Slug, string Headline, Instant ReleasedAt, string Timing, string Category, string Url, int Number, ReactionDay? Day0,
    decimal? OpenReturn, decimal? CloseReturn, decimal? BenchmarkReturn, decimal? VolumeRatio, bool EarlyClose,
    string? Status, string? Refusal, int? Observations, double? Alpha, double? Beta, double? RSquared, IReadOnlyList<MeasureWindowItem> Windows);

/// <summary>What the market model leaves over a window, simple returns.</summary>
/// <param name="Window">Its first and last relative day, such as (-1,1).</param>
/// <param name="Return">Compounded return of the share.</param>
/// <param name="Car">Cumulative abnormal return.</param>
/// <param name="Error">Its standard error, with the model's own error.</param>
/// <param name="P">Two-sided, Student's t.</param>
/// <param name="Low">Low end of the 95% range.</param>
/// <param name="High">High end of it.</param>
/// <param name="Others">Other announcements whose own session falls in the window.</param>
public sealed record MeasureWindowItem(
    string Window, double? Return, double? Car, double? Error, double? P, double? Low, double? High, IReadOnlyList<MeasureOtherItem> Others);

/// <summary>Another announcement in a window.</summary>
/// <param name="Slug">Its address part.</param>
/// <param name="Day">Its session, counted from day 0.</param>
public sealed record MeasureOtherItem(string Slug, int Day);
