using IrenPortal.Content;
using IrenPortal.Site.Layout;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.KeyFigures;

/// <summary>What the page of key figures shows. Immutable.</summary>
/// <param name="Chrome">What stands around it.</param>
/// <param name="Series">The figures over time.</param>
public sealed record KeyFiguresView(SiteChrome Chrome, IReadOnlyList<SourcedSeries> Series)
{
    /// <summary>The figures at a moment; a source is a link only where its release is public then.</summary>
    public static KeyFiguresView Of(SiteMoment moment) => new(
        moment.Chrome,
        [.. moment.Site.Company.FigureSeries.Select((series, i) => new SourcedSeries(
            FormattableString.Invariant($"series-{i + 1}"), series,
            [.. series.Values.Select(v => new SourcedValue(v, v.Announcement is { } slug && moment.Site.Announcement(slug) is not null ? "/news/" + slug : null))]))]);
}

/// <summary>A figure over time with the ways to its sources.</summary>
/// <param name="Id">The fragment's address.</param>
/// <param name="Series">What it is.</param>
/// <param name="Values">Its values, oldest first.</param>
public sealed record SourcedSeries(string Id, FigureSeries Series, IReadOnlyList<SourcedValue> Values)
{
    /// <summary>Whether a value is aimed at rather than reached.</summary>
    public bool HasTargets => Values.Any(v => v.Value.Target);

    /// <summary>Whether a value is known from reports alone.</summary>
    public bool HasReported => Values.Any(v => v.Value.Reported);
}

/// <summary>A value and the release that says it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Href">The release's address; null where none is public.</param>
public sealed record SourcedValue(FigureValue Value, string? Href);
