using IrenPortal.Market.EventStudies;

namespace IrenPortal.Site.Stock.Reactions;

/// <summary>What the announcements are sorted by. Addresses write it in lower case.</summary>
public enum ReactionSort
{
    /// <summary>When it was released.</summary>
    Released,

    /// <summary>The share's move of day 0.</summary>
    Close,

    /// <summary>What is not explained of day 0.</summary>
    Abnormal,

    /// <summary>The low end of the range around what is not explained of the chosen window.</summary>
    Range,

    /// <summary>Volume of day 0 against the usual.</summary>
    Volume,

    /// <summary>What is not explained over the chosen window.</summary>
    Car,
}

/// <summary>The order of announcements.</summary>
public static class ReactionSorting
{
    /// <summary>Every word of an address, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Words { get; } = ["released", "close", "abnormal", "range", "volume", "car"];

    /// <summary>The word of an address.</summary>
    public static string Word(this ReactionSort sort) => Words[(int)sort];

    /// <summary>
    /// Sorts announcements that come newest first. Those without the figure stand last in either direction, and equal ones newest
    /// first.
    /// </summary>
    public static IReadOnlyList<MeasuredRelease> Sorted(this IEnumerable<MeasuredRelease> releases, ReactionQuery query)
    {
        var known = releases.Select(r => (Release: r, Figure: Figure(r, query))).ToLookup(r => r.Figure is not null);
        var sorted = query.Descending ? known[true].OrderByDescending(r => r.Figure) : known[true].OrderBy(r => r.Figure);
        return [.. sorted.Concat(known[false]).Select(r => r.Release)];
    }

    private static double? Figure(MeasuredRelease release, ReactionQuery query) => query.Sort switch
    {
        ReactionSort.Released => release.Number,
        ReactionSort.Close => (double?)release.Shown?.Close.Fraction,
        ReactionSort.Abnormal => release.Abnormal(EventWindow.DayZero)?.Value,
        ReactionSort.Range => release.Abnormal(query.Window)?.Interval().Low,
        ReactionSort.Volume => (double?)release.Shown?.VolumeMultiple,
        _ => release.Abnormal(query.Window)?.Value,
    };
}
