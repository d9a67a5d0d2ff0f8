namespace IrenPortal.Content;

/// <summary>How dates are written.</summary>
public enum PriceDates
{
    /// <summary>Year-month-day; in a foreign file a time may follow it.</summary>
    Iso = 1,

    /// <summary>Seconds since 1970 in UTC; the day is that of the market's zone.</summary>
    Unix = 2,

    /// <summary>Milliseconds since 1970 in UTC; the day is that of the market's zone.</summary>
    UnixMilliseconds = 3,
}

/// <summary>What a file of bars calls its columns and how it writes its values.</summary>
public sealed record PriceLayout
{
    /// <summary>The portal's own.</summary>
    public static PriceLayout Own { get; } = new();

    /// <summary>Name of the column of days.</summary>
    public string Date { get; init; } = "Date";

    /// <summary>Name of the column of opening prices.</summary>
    public string Open { get; init; } = "Open";

    /// <summary>Name of the column of highest prices.</summary>
    public string High { get; init; } = "High";

    /// <summary>Name of the column of lowest prices.</summary>
    public string Low { get; init; } = "Low";

    /// <summary>Name of the column of closing prices.</summary>
    public string Close { get; init; } = "Close";

    /// <summary>Name of the column of units traded.</summary>
    public string Volume { get; init; } = "Volume";

    /// <summary>How its dates are written.</summary>
    public PriceDates Dates { get; init; } = PriceDates.Iso;

    /// <summary>
    /// The decimals to which a foreign file's prices are rounded, because machines write 67.7509994506836 for 67.751; its
    /// volumes are then rounded to whole units, and a time may follow a date. Null takes everything as written.
    /// </summary>
    public int? Decimals { get; init; }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<string> Columns => [Date, Open, High, Low, Close, Volume];
}
