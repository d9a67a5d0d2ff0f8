using NodaTime;

namespace IrenPortal.Ui.Charts;

/// <summary>Closes of one symbol with the releases that they reacted to.</summary>
/// <param name="Points">The sessions in ascending order.</param>
/// <param name="Releases">The releases whose session is among the points, in ascending order of session.</param>
public sealed record PriceHistory(IReadOnlyList<PricePoint> Points, IReadOnlyList<ReleaseMarker> Releases);

/// <summary>One session: the close in the currency of the chart, and the shares traded where known.</summary>
public sealed record PricePoint(LocalDate Date, decimal Close, long? Volume);

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
