namespace IrenPortal.Ui.Charts;

/// <summary>One session's prices, in the share's currency; what the source lacks is null.</summary>
/// <param name="PreviousClose">The close of the session before, above zero.</param>
/// <param name="Open">The first price.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">The last price.</param>
/// <param name="Press">What the press said of the day, where it gave a figure.</param>
public sealed record TradingDay(
    decimal PreviousClose, decimal? Open, decimal? High, decimal? Low, decimal Close, IReadOnlyList<PressFigure> Press)
{
    /// <summary>A price as a fraction above or below the previous close: 0.115 is 11.5 % above.</summary>
    public double Change(decimal price) => (double)((price / PreviousClose) - 1);
}

/// <summary>A move that the press named.</summary>
/// <param name="Change">As a fraction: 0.3 is 30 % up.</param>
/// <param name="Words">The words, without quotation marks.</param>
public sealed record PressFigure(double Change, string Words);
