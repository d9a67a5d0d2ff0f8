using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Stock.History;

/// <summary>How the page of prices says things.</summary>
public static class HistoryWords
{
    private const int MostNamed = 12;

    /// <summary>What kind of day a date is, where that is no session with a price.</summary>
    public static string NoSession(HistoryView view, PriceDay day)
    {
        var (symbol, date) = (view.Series!.Symbol, Format.Weekday(day.Date));
        return day.Kind switch
        {
            PriceDayKind.Weekend => $"{date} fell on a weekend: the market did not trade.",
            PriceDayKind.Closed => $"The market was closed on {date}: {view.Calendar.ClosureOn(day.Date)}.",
            PriceDayKind.Missing => $"The market traded on {date}, but the data has no price of {symbol} for it.",
            PriceDayKind.BeforePrices => $"The prices of {symbol} begin on {Format.Date(view.Series.Bars[0].Date)}; {date} is before that.",
            _ when day.Date <= view.LastClosed => $"The newest price of {symbol} is of {Format.Date(view.Series.Last!.Date)}; there is none of {date} yet.",
            _ => $"{date} has not closed yet. The newest price of {symbol} is of {Format.Date(view.Series.Last!.Date)}.",
        };
    }

    /// <summary>A split or dividend in words: <c>10-for-1 split</c>, <c>dividend of $0.65 a share</c>.</summary>
    public static string Name(CorporateAction action, string currency) => action switch
    {
        { Kind: CorporateActionKind.Dividend } => $"dividend of {Format.CurrencySign(currency)}{Format.Number(action.Value, 6)} a share",
        { Value: < 1 and var value } => $"1-for-{Format.Number(1 / value, 4)} reverse split",
        _ => $"{Format.Number(action.Value, 4)}-for-1 split",
    };

    /// <summary>Splits and dividends with their dates.</summary>
    public static string Names(IEnumerable<CorporateAction> actions, string currency) =>
        string.Join("; ", actions.Select(a => $"{Format.Date(a.ExDate)}: {Name(a, currency)}"));

    /// <summary>Dates one after the other, at most twelve of them and then how many more.</summary>
    public static string Dates(IReadOnlyList<LocalDate> dates) =>
        string.Join(", ", dates.Take(MostNamed).Select(Format.Date)) + (dates.Count > MostNamed ? $" and {Format.Count(dates.Count - MostNamed)} more" : "");

    /// <summary>The days of a range: <c>3 Nov 2025 to 28 Sep 2026</c>.</summary>
    public static string Range(HistoryView view) => view.Summary is { } summary
        ? $"{Format.Date(summary.First.Date)} to {Format.Date(summary.Last.Date)}"
        : $"{Format.Date(view.From ?? view.Series!.Bars[0].Date)} to {Format.Date(view.To ?? view.Series!.Last!.Date)}";

    /// <summary>The facts of a day's session.</summary>
    public static IReadOnlyList<Ui.KeyFact> Facts(HistoryView view, SessionLine line)
    {
        var facts = new List<Ui.KeyFact>
        {
            new("Close", Format.Price(line.Bar.Close), Closed(view.Calendar, line.Date)),
            new("Change", line.ChangeFraction is { } fraction ? Format.SignedPercent(fraction) : "–",
                line.Change is { } change ? $"{Format.Signed(change)} from {Format.Price(line.PreviousClose!.Value)} the session before" : "No close of the session before"),
        };
        Add("Open", line.Bar.Open);
        Add("High", line.Bar.High);
        Add("Low", line.Bar.Low);
        if (line.Bar.Volume is { } volume)
        {
            facts.Add(new("Volume", Format.Count(volume), "shares"));
        }

        if (line.IsAdjusted)
        {
            facts.Add(new("Adjusted close", Format.Price(line.AdjustedClose), $"in shares of {Format.Date(view.Series!.Last!.Date)}, dividends reinvested"));
        }

        if (view.BenchmarkFraction is { } benchmark)
        {
            facts.Add(new(view.Chrome.Company.Benchmark, Format.SignedPercent(benchmark), "the same session"));
        }

        return facts;

        void Add(string name, decimal? price)
        {
            if (price is { } known)
            {
                facts.Add(new(name, Format.Price(known)));
            }
        }
    }

    /// <summary>The facts of a range.</summary>
    public static IReadOnlyList<Ui.KeyFact> Facts(PriceSummary summary)
    {
        var facts = new List<Ui.KeyFact>
        {
            new("First close", Format.Price(summary.FirstClose), Format.Date(summary.First.Date)),
            new("Last close", Format.Price(summary.Last.Close), Format.Date(summary.Last.Date)),
            new("Change", Format.SignedPercent(summary.ChangeFraction), summary.HasDividends ? $"{Format.SignedPercent(summary.ReturnFraction)} with dividends" : null),
            new(summary.ClosesOnly ? "Highest close" : "Highest", Format.Price(summary.Highest.Price), Format.Date(summary.Highest.Date)),
            new(summary.ClosesOnly ? "Lowest close" : "Lowest", Format.Price(summary.Lowest.Price), Format.Date(summary.Lowest.Date)),
        };
        if (summary.MeanVolume is { } volume)
        {
            facts.Add(new("Mean volume", Format.Compact((long)volume), "shares a session"));
        }

        return [.. facts, new("Sessions", Format.Count(summary.Sessions), summary.Missing.Count > 0 ? $"{Format.Count(summary.Missing.Count)} missing" : "none missing")];
    }

    private static string Closed(ExchangeCalendar calendar, LocalDate session) => calendar == ExchangeCalendar.Daily
        ? "at 24:00 UTC"
        : $"{Format.Clock(calendar.CloseOf(session))} {Format.ZoneName(calendar.Zone)}{(calendar.IsEarlyClose(session) ? ", an early close" : "")}";
}
