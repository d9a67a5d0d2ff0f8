using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Stock.Reactions;
using IrenPortal.Ui.Charts;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Stock;

/// <summary>A series as charts take it.</summary>
public static class Prices
{
    /// <summary>The newest session at a glance; null of an empty series.</summary>
    public static Quote? Quote(PriceSeries series, ExchangeCalendar calendar, LocalDate lastClosedSession) =>
        Market.Prices.Quote.Of(series, calendar, lastClosedSession);

    /// <summary>Some bars in shares of the newest session, with the releases whose session is among them.</summary>
    public static PriceHistory History(PriceSeries series, IReadOnlyList<Bar> bars, IEnumerable<MeasuredRelease> releases)
    {
        if (bars.Count == 0)
        {
            return new PriceHistory([], []);
        }

        var adjustment = new Adjustment(series);
        var newest = series.Last!.Date;
        var dates = bars.Select(b => b.Date).ToHashSet();
        return new PriceHistory(
            [.. bars.Select(b => Point(b, adjustment, newest))],
            [.. releases.Where(r => r.Shown is not null && dates.Contains(r.Reaction!.Session)).OrderBy(r => r.Reaction!.Session).ThenBy(r => r.Number)
                .Select(r => new ReleaseMarker(r.Reaction!.Session, r.Number, r.Headline, "/news/" + r.Slug))]);
    }

    /// <summary>The finding of a price chart in one sentence.</summary>
    public static string Label(string symbol, PriceHistory history)
    {
        if (history.Points.Count == 0)
        {
            return $"There are no prices of {symbol}.";
        }

        var (first, last) = (history.Points[0], history.Points[^1]);
        var low = history.Points.MinBy(p => p.Close)!;
        var high = history.Points.MaxBy(p => p.Close)!;
        var change = first.Close == 0 ? "" : $", {Format.SignedPercent((last.Close / first.Close) - 1)}";
        return $"{symbol} closed at {Format.Price(first.Close)} on {Format.Date(first.Date)} and at {Format.Price(last.Close)} on {Format.Date(last.Date)}{change}; "
            + $"lowest {Format.Price(low.Close)} on {Format.Date(low.Date)}, highest {Format.Price(high.Close)} on {Format.Date(high.Date)}.";
    }

    /// <summary>A bar in shares of the newest session, adjusted for splits and not for dividends.</summary>
    public static PricePoint Point(Bar bar, Adjustment adjustment, LocalDate newest)
    {
        var factor = adjustment.SplitFactor(bar.Date, newest);
        return new PricePoint(bar.Date, bar.Close * factor, bar.Volume is { } volume ? (long)decimal.Round(volume * adjustment.VolumeFactor(bar.Date, newest)) : null)
        {
            Open = bar.Open * factor,
            High = bar.High * factor,
            Low = bar.Low * factor,
        };
    }
}
