using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Market.Investments;

/// <summary>
/// What an amount became that was put into a symbol at the close of one session, in fractions of shares, session by session.
/// Splits multiply the shares; dividends count from the ex-date. No costs, no tax, no interest. Immutable.
/// </summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Currency">ISO 4217 code of the prices, and so of the amount.</param>
/// <param name="Amount">What was put in, above 0.</param>
/// <param name="Use">What is done with dividends.</param>
/// <param name="Points">The sessions with a close, ascending, at least one; the first is the purchase.</param>
/// <param name="Dividends">All dividends that counted, reinvested or kept.</param>
/// <param name="Actions">The splits and dividends after the purchase, by date.</param>
/// <param name="Missing">Sessions between the first and the last that have no close.</param>
public sealed record InvestmentPath(
    string Symbol, string Currency, decimal Amount, DividendUse Use, IReadOnlyList<InvestmentPoint> Points, decimal Dividends,
    IReadOnlyList<CorporateAction> Actions, IReadOnlyList<LocalDate> Missing)
{
    private const double DaysOfYear = 365;

    /// <summary>The purchase.</summary>
    public InvestmentPoint Start => Points[0];

    /// <summary>The newest value.</summary>
    public InvestmentPoint End => Points[^1];

    /// <summary>The newest value less the amount.</summary>
    public decimal Gain => End.Value - Amount;

    /// <summary>The gain as a fraction of the amount.</summary>
    public decimal GainFraction => (End.Value / Amount) - 1;

    /// <summary>
    /// The yearly rate that compounds to the gain, counting years of 365 days as XIRR does; null for less than a year, which is
    /// not projected onto one.
    /// </summary>
    public double? YearlyFraction => End.Date >= Start.Date.PlusYears(1)
        ? Math.Pow((double)(End.Value / Amount), DaysOfYear / Period.DaysBetween(Start.Date, End.Date)) - 1
        : null;

    /// <summary>The first session of the greatest value.</summary>
    public InvestmentPoint Highest => Points.MaxBy(p => p.Value)!;

    /// <summary>The first session of the least value.</summary>
    public InvestmentPoint Lowest => Points.MinBy(p => p.Value)!;

    /// <summary>
    /// Puts an amount in at the close of <paramref name="from"/> (of the next session that has one) and follows it to
    /// <paramref name="to"/>; null where no session between them has a close.
    /// </summary>
    /// <param name="series">The symbol's prices as traded.</param>
    /// <param name="calendar">The sessions on which it trades.</param>
    /// <param name="amount">In the currency of the prices, above 0.</param>
    /// <param name="from">The wanted day of the purchase.</param>
    /// <param name="to">The last day, included.</param>
    /// <param name="use">What is done with dividends.</param>
    public static InvestmentPath? Compute(PriceSeries series, ExchangeCalendar calendar, decimal amount, LocalDate from, LocalDate to, DividendUse use)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        var bars = series.Range(from, to);
        return bars.Count == 0 ? null : Along(series, bars, calendar.Sessions(bars[0].Date, bars[^1].Date), amount, use);
    }

    /// <summary>
    /// The same amount put into another symbol over the same sessions; null unless it has a close on the first and on the last of
    /// them.
    /// </summary>
    public InvestmentPath? In(PriceSeries other)
    {
        var sessions = Points.Select(p => p.Date).ToList();
        List<Bar> bars = [.. sessions.Select(other.BarOn).OfType<Bar>()];
        return bars.Count > 0 && bars[0].Date == Start.Date && bars[^1].Date == End.Date ? Along(other, bars, sessions, Amount, Use) : null;
    }

    private static InvestmentPath Along(PriceSeries series, IReadOnlyList<Bar> bars, IReadOnlyList<LocalDate> sessions, decimal amount, DividendUse use)
    {
        var holding = new Holding(series, bars[0], use);
        var points = new List<InvestmentPoint>(bars.Count);
        foreach (var bar in bars)
        {
            holding.MoveTo(bar);
            points.Add(Point(bar, holding, amount, bars[0].Close));
        }

        return new InvestmentPath(
            series.Symbol, series.Currency, amount, use, points, amount * holding.Dividends / bars[0].Close,
            [.. series.Actions.Where(a => a.ExDate > bars[0].Date && a.ExDate <= bars[^1].Date).OrderBy(a => a.ExDate).ThenBy(a => a.Kind)],
            [.. sessions.Except(bars.Select(b => b.Date))]);
    }

    // The amount is multiplied before it is divided, so that it comes out whole on the day of the purchase.
    private static InvestmentPoint Point(Bar bar, Holding holding, decimal amount, decimal price) => new(
        bar.Date, bar.Close, amount * holding.Shares / price, amount * holding.Cash / price,
        amount * ((holding.Shares * bar.Close) + holding.Cash) / price);
}
