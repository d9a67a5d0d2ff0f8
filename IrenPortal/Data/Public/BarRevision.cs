using NodaTime;

namespace IrenPortal.Data.Public;

/// <summary>One daily bar as imported. Immutable: a replaced bar is a new row with a higher number.</summary>
public sealed class BarRevision
{
    public required string Symbol { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>The ledger entry that brought it.</summary>
    public required long Number { get; init; }

    public required decimal? Open { get; init; }

    public required decimal? High { get; init; }

    public required decimal? Low { get; init; }

    public required decimal Close { get; init; }

    /// <summary>Units traded.</summary>
    public required long? Volume { get; init; }
}

/// <summary>Which revision of a bar is in force: a projection that <c>verify</c> rebuilds and compares. Mutable.</summary>
public sealed class CurrentBar
{
    public required string Symbol { get; init; }

    public required LocalDate Date { get; init; }

    public required long Number { get; set; }
}

/// <summary>A split or cash dividend as imported. Immutable; the highest number of a symbol, date and kind is in force.</summary>
public sealed class CorporateActionRevision
{
    public required string Symbol { get; init; }

    public required LocalDate ExDate { get; init; }

    /// <summary><c>Split</c> or <c>Dividend</c>.</summary>
    public required string Kind { get; init; }

    public required long Number { get; init; }

    /// <summary>New shares for one old, or cash a share.</summary>
    public required decimal Value { get; init; }
}
