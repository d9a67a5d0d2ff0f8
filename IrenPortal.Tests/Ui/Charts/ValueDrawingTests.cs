using IrenPortal.Market.Calendar;
using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Tests.Ui.Charts;

public sealed class ValueDrawingTests
{
    [Theory]
    [InlineData(10_000, 9_083, 12_302)]
    [InlineData(10_000, 10_010, 10_020)]
    [InlineData(1_000_000_000, 999_999, 71_085_000_000)]
    [InlineData(101_000, 101_500, 101_000)]
    [InlineData(0.01, 0.02, 0.005)]
    [InlineData(100, 100, 100)]
    public void Every_size_of_money_reads_wide_and_narrow(double start, double firm, double other)
    {
        foreach (var sessions in new[] { 1, 2, 20, 260 })
        {
            var history = History(sessions, (decimal)start, (decimal)firm, (decimal)other);

            ValueDrawing.Make(history, wide: true).ShouldBeReadable(60, 136);
            ValueDrawing.Make(history, wide: false).ShouldBeReadable(58, 80);
        }
    }

    [Fact]
    public void Ends_carry_name_and_value_and_the_sum_at_the_beginning_is_a_level_line()
    {
        var drawing = ValueDrawing.Make(History(20, 10_000, 9_083, 12_302), wide: true);

        drawing.Texts.Where(t => t.X == 1).Select(t => t.Text).ShouldBe(["QQQ", "$12,302", "IREN", "$9,083"]);
        var level = drawing.Marks.OfType<Rule>().Single(r => r.Class == "usual");
        level.Y1.ShouldBe(level.Y2);
        drawing.Marks.OfType<Curve>().Select(c => c.Class).ShouldBe(["index", "firm"]);
    }

    [Fact]
    public void A_day_without_a_value_stays_a_gap()
    {
        var dates = ExchangeCalendar.UsEquities.Sessions(new LocalDate(2024, 5, 9), new LocalDate(2024, 5, 15));
        var drawing = ValueDrawing.Make(new ValueHistory(dates, 1, [new ValueLine("IREN", LineKind.Firm, [1, 2, null, 2, 1])]), wide: true);

        drawing.Marks.OfType<Curve>().ShouldHaveSingleItem().Runs.Select(r => r.Count).ShouldBe([2, 2]);
    }

    private static ValueHistory History(int sessions, decimal start, decimal firm, decimal other)
    {
        var last = new LocalDate(2026, 9, 28);
        var dates = Enumerable.Range(0, sessions).Select(i => ExchangeCalendar.UsEquities.Offset(last, i - sessions + 1)).ToList();
        decimal? Between(decimal end, int i) => sessions == 1 ? end : start + ((end - start) * i / (sessions - 1));
        return new ValueHistory(dates, start,
        [
            new ValueLine("IREN", LineKind.Firm, [.. dates.Select((_, i) => Between(firm, i))]),
            new ValueLine("QQQ", LineKind.Index, [.. dates.Select((_, i) => Between(other, i))]),
        ]);
    }
}
