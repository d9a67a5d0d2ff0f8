using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Tests.Market.Prices;

public sealed class QuoteTests
{
    private static readonly ExchangeCalendar Us = ExchangeCalendar.UsEquities;

    [Fact]
    public void The_newest_session_is_compared_with_the_one_before()
    {
        var quote = Quote.Of(SmallSeries.Closes(100, 110, 121), Us, SmallSeries.LastSession)!;

        quote.Date.ShouldBe(SmallSeries.LastSession);
        quote.PreviousClose.ShouldBe(110);
        quote.Change.ShouldBe(11);
        quote.ChangeFraction.ShouldBe(0.1m);
        (quote.YearLow, quote.YearHigh).ShouldBe((99, 122));
        quote.SessionsBehind.ShouldBe(0);
    }

    [Fact]
    public void A_missing_session_leaves_no_change()
    {
        var quote = Quote.Of(SmallSeries.Closes(100, 110, 121).Without(new LocalDate(2024, 5, 14)), Us, SmallSeries.LastSession)!;

        quote.PreviousClose.ShouldBeNull();
        quote.ChangeFraction.ShouldBeNull();
    }

    [Fact]
    public void Splits_enter_the_change_and_the_range_but_dividends_only_the_change()
    {
        var split = Quote.Of(
            SmallSeries.Closes(100, 110, 55).With(new CorporateAction(SmallSeries.LastSession, CorporateActionKind.Split, 2)),
            Us, SmallSeries.LastSession)!;
        split.ChangeFraction.ShouldBe(0);
        split.YearLow.ShouldBe(49.5m);
        split.YearHigh.ShouldBe(56);

        var dividend = Quote.Of(
            SmallSeries.Closes(100, 110, 99).With(new CorporateAction(SmallSeries.LastSession, CorporateActionKind.Dividend, 11)),
            Us, SmallSeries.LastSession)!;
        dividend.ChangeFraction.ShouldBe(0);
        dividend.YearHigh.ShouldBe(111);
    }

    [Fact]
    public void The_range_covers_fifty_two_weeks()
    {
        var twoYears = SmallSeries.Flat(100, 520);
        var yearAgo = SmallSeries.LastSession.PlusWeeks(-52);

        Quote.Of(twoYears.Replacing(bar => bar.Date <= yearAgo ? bar with { High = 500 } : bar), Us, SmallSeries.LastSession)!
            .YearHigh.ShouldBe(101);
        Quote.Of(twoYears.Replacing(bar => bar.Date == yearAgo.PlusDays(1) ? bar with { High = 500 } : bar), Us, SmallSeries.LastSession)!
            .YearHigh.ShouldBe(500);
    }

    [Fact]
    public void Late_prices_are_counted_in_sessions()
    {
        var series = SmallSeries.Flat(100, 3);

        Quote.Of(series, Us, new LocalDate(2024, 5, 20))!.SessionsBehind.ShouldBe(3);
        Quote.Of(series, Us, new LocalDate(2024, 5, 14))!.SessionsBehind.ShouldBe(0);
    }

    [Fact]
    public void Closes_alone_are_enough()
    {
        var closes = SmallSeries.Closes(100, 110, 121).Replacing(bar => new Bar(bar.Date, null, null, null, bar.Close, null));
        var quote = Quote.Of(closes, Us, SmallSeries.LastSession)!;

        (quote.YearLow, quote.YearHigh, quote.YearPosition).ShouldBe((100, 121, 1));
        Quote.Of(new PriceSeries("NONE", "USD", [], []), Us, SmallSeries.LastSession).ShouldBeNull();
    }
}
