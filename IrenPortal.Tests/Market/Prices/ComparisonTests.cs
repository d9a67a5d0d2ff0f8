using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Tests.Market.Prices;

public sealed class ComparisonTests
{
    private static readonly LocalDate Monday = new(2026, 8, 17);
    private static readonly IReadOnlyList<LocalDate> Week = [.. Enumerable.Range(0, 5).Select(Monday.PlusDays)];
    private static readonly PriceSeries Share = Series("IREN", (0, 40), (1, 50), (2, 60), (3, 50), (4, 30));

    [Fact]
    public void Every_line_begins_at_one_on_the_first_session_that_all_have()
    {
        var late = Series("CRWV", (1, 100), (2, 90), (3, 120), (4, 110));
        var comparison = Comparison.Of(Share, Week, [late]);

        comparison.Since.ShouldBe(Monday.PlusDays(1));
        comparison.Sessions.ShouldBe(Week.Skip(1));
        comparison.Lines.Select(l => l.Series.Symbol).ShouldBe(["IREN", "CRWV"]);
        comparison.Lines[0].Multiples.ShouldBe([1m, 1.2m, 1m, 0.6m]);
        comparison.Lines[1].Multiples.ShouldBe([1m, 0.9m, 1.2m, 1.1m]);
        comparison.Lines[1].Last.ShouldBe(1.1m);
    }

    [Fact]
    public void A_close_counts_on_its_own_date_alone_and_nothing_is_carried_forward()
    {
        // Bitcoin has weekends too; its Wednesday is missing and its Friday is not there yet.
        var bitcoin = Series("BTC-USD", (-2, 5), (-1, 6), (0, 10), (1, 11), (3, 12));
        var line = Comparison.Of(Share, Week, [bitcoin]).Lines[1];

        line.Multiples.ShouldBe([1m, 1.1m, null, 1.2m, null]);
        line.EndsEarlier.ShouldBeTrue();
        line.Last.ShouldBe(1.2m);
    }

    [Fact]
    public void A_symbol_without_a_session_in_common_is_left_out()
    {
        var ended = Series("WULF", (-7, 20), (-6, 21));
        var comparison = Comparison.Of(Share, Week, [ended, Series("QQQ", (0, 700), (4, 707))]);

        comparison.LeftOut.ShouldBe([ended]);
        comparison.Lines.Select(l => l.Last).ShouldBe([0.75m, 1.01m]);
    }

    [Fact]
    public void A_split_is_no_loss_and_a_dividend_no_gain()
    {
        var split = new PriceSeries("CIFR", "USD", [Bar(0, 100), Bar(1, 11)], [new(Monday.PlusDays(1), CorporateActionKind.Split, 10), new(Monday.PlusDays(1), CorporateActionKind.Dividend, 1)]);

        Comparison.Of(Share, Week, [split]).Lines[1].Multiples.Take(2).ShouldBe([1m, 1.1m]);
    }

    private static PriceSeries Series(string symbol, params (int Day, decimal Close)[] bars) => new(symbol, "USD", [.. bars.Select(b => Bar(b.Day, b.Close))], []);

    private static Bar Bar(int day, decimal close) => new(Monday.PlusDays(day), null, null, null, close, null);
}
