using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Market.EventStudies;

/// <summary>The bars of one symbol as studies take them, strictly ascending by date. Immutable.</summary>
public sealed class StudySeries
{
    private readonly StudyBar[] _bars;

    /// <summary>Takes bars that ascend.</summary>
    /// <exception cref="ArgumentException">
    /// A date does not come after the one before, or a figure is not finite, a price not above zero, a volume below zero.
    /// </exception>
    public StudySeries(string symbol, IEnumerable<StudyBar> bars)
    {
        Symbol = symbol;
        _bars = [.. bars];
        for (var i = 0; i < _bars.Length; i++)
        {
            if (!IsUsable(_bars[i]) || (i > 0 && _bars[i].Date <= _bars[i - 1].Date))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The bar {_bars[i].Date:uuuu-MM-dd} of {symbol} is not usable, or does not come after the one before."),
                    nameof(bars));
            }
        }
    }

    /// <summary>The symbol.</summary>
    public string Symbol { get; }

    /// <summary>The bars, ascending.</summary>
    public IReadOnlyList<StudyBar> Bars => _bars;

    /// <summary>A price series with the adjustment of its own splits and dividends.</summary>
    public static StudySeries From(PriceSeries series) => new(series.Symbol, series.Adjusted()
        .Zip(series.Bars, (adjusted, bar) => new StudyBar(bar.Date, (double)bar.Close, (double)adjusted.Close, (double?)adjusted.Volume)));

    /// <summary>The bars of some ascending sessions, null where there is none.</summary>
    internal StudyBar?[] On(IReadOnlyList<LocalDate?> sessions)
    {
        var found = new StudyBar?[sessions.Count];
        var at = -1;
        for (var i = 0; i < found.Length; i++)
        {
            if (sessions[i] is not { } session)
            {
                continue;
            }

            at = at < 0 ? IndexOnOrAfter(session) : at;
            while (at < _bars.Length && _bars[at].Date < session)
            {
                at++;
            }

            if (at < _bars.Length && _bars[at].Date == session)
            {
                found[i] = _bars[at];
            }
        }

        return found;
    }

    private static bool IsUsable(StudyBar bar) =>
        bar.Close > 0 && double.IsFinite(bar.Close) && bar.AdjustedClose > 0 && double.IsFinite(bar.AdjustedClose)
        && (bar.Volume is not { } volume || (volume >= 0 && double.IsFinite(volume)));

    private int IndexOnOrAfter(LocalDate date)
    {
        var (low, high) = (0, _bars.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _bars[middle].Date < date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
