using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Tests.Market.Prices;

/// <summary>Hand-built series on consecutive sessions.</summary>
internal static class SmallSeries
{
    /// <summary>The session of the last close, Wednesday 2024-05-15, unless a test names another.</summary>
    public static readonly LocalDate LastSession = new(2024, 5, 15);

    /// <summary>One bar a session with these closes; open and high are 1 above, low is 1 below, volume 1,000.</summary>
    public static PriceSeries Closes(params decimal[] closes) => new(
        "TEST",
        "USD",
        closes.Select((close, i) => new Bar(
            ExchangeCalendar.UsEquities.Offset(LastSession, i - closes.Length + 1), close + 1, close + 1, close - 1, close, 1_000)).ToList(),
        []);

    /// <summary>The same close on each of many sessions.</summary>
    public static PriceSeries Flat(decimal close, int sessions) => Closes([.. Enumerable.Repeat(close, sessions)]);

    /// <summary>The series with a split or dividend.</summary>
    public static PriceSeries With(this PriceSeries series, params CorporateAction[] actions) =>
        new(series.Symbol, series.Currency, series.Bars, actions);

    /// <summary>The series without the bar of one session.</summary>
    public static PriceSeries Without(this PriceSeries series, LocalDate session) =>
        new(series.Symbol, series.Currency, series.Bars.Where(bar => bar.Date != session).ToList(), series.Actions);

    /// <summary>The series with other bars on the dates of these.</summary>
    public static PriceSeries Replacing(this PriceSeries series, Func<Bar, Bar> change) =>
        new(series.Symbol, series.Currency, series.Bars.Select(change).ToList(), series.Actions);
}
