using NodaTime;

namespace IrenPortal.Ui.Charts;

/// <summary>Prices of one symbol with the releases that they reacted to, and other symbols laid beside it.</summary>
/// <param name="Points">The sessions in ascending order.</param>
/// <param name="Releases">The releases whose session is among the points, in ascending order of session.</param>
public sealed record PriceHistory(IReadOnlyList<PricePoint> Points, IReadOnlyList<ReleaseMarker> Releases)
{
    /// <summary>The lines of a comparison, the symbol's own first; empty where it stands alone in its currency.</summary>
    public IReadOnlyList<ComparedLine> Compared { get; init; } = [];
}

/// <summary>One session: prices in the currency of the chart, and the shares traded where known.</summary>
public sealed record PricePoint(LocalDate Date, decimal Close, long? Volume)
{
    /// <summary>The open; null where the source has a close only.</summary>
    public decimal? Open { get; init; }

    /// <summary>The high; null where the source has a close only.</summary>
    public decimal? High { get; init; }

    /// <summary>The low; null where the source has a close only.</summary>
    public decimal? Low { get; init; }
}

/// <summary>One line of a comparison.</summary>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Multiples">One for each point: the close as a multiple of the close on the first; null where there is none.</param>
public sealed record ComparedLine(string Symbol, LineKind Kind, IReadOnlyList<decimal?> Multiples);

/// <summary>How a line is drawn; its style class is the name in lower case.</summary>
public enum LineKind
{
    /// <summary>Solid, in ink.</summary>
    Firm,

    /// <summary>Dotted: the benchmark.</summary>
    Index,

    /// <summary>Dashed.</summary>
    Peer1,

    /// <summary>In long dashes.</summary>
    Peer2,

    /// <summary>In dots far apart.</summary>
    Peer3,
}

/// <summary>How prices are drawn.</summary>
/// <param name="Candles">Open, high, low and close instead of a line of closes.</param>
/// <param name="Log">Equal ratios take equal heights.</param>
public sealed record PriceStyle(bool Candles = false, bool Log = false);

/// <summary>A release on the chart.</summary>
/// <param name="Session">The session that could first react.</param>
/// <param name="Number">Its number in the table of releases.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Href">Its address.</param>
public sealed record ReleaseMarker(LocalDate Session, int Number, string Headline, string Href);

/// <summary>A price chart drawn, with the places of its numbered links.</summary>
/// <param name="Drawing">The drawing.</param>
/// <param name="Markers">The links above the plot; none where releases are dots alone.</param>
/// <param name="MarkerHeight">Height in pixels of the rows of links.</param>
public sealed record PriceChart(Drawing Drawing, IReadOnlyList<PlacedMarker> Markers, double MarkerHeight);

/// <summary>A numbered link: centre as a share of the width and in pixels from the top.</summary>
public sealed record PlacedMarker(ReleaseMarker Release, double X, double Y);
