using IrenPortal.Ui.Charts;

namespace IrenPortal.Tests.Ui.Charts;

public sealed class TradingDayDrawingTests
{
    private static readonly PressFigure[] Press =
    [
        new(0.18, "about 18%"), new(0.2326, "23.26% to $74.88"), new(0.25, "nearly 25%"), new(0.28, "more than 28%"), new(0.30, "over 30%"),
    ];

    private static readonly TradingDay Microsoft = new(60.75m, 73.07m, 75.73m, 64.38m, 67.75m, Press);

    [Fact]
    public void The_day_of_the_Microsoft_contract_reads_as_it_traded()
    {
        var drawing = TradingDayDrawing.Make(Microsoft, wide: true);

        var texts = drawing.Texts.Select(t => t.Text).ToList();
        texts.ShouldContain("Previous close 60.75");
        texts.ShouldContain("+11.5%");
        texts.ShouldContain("+20.3%");
        texts.ShouldContain("+24.7%");
        texts.ShouldContain("+6.0%");
        texts.ShouldContain("“nearly 25%”");
        texts.ShouldContain("0%");
        drawing.ShouldBeReadable();
    }

    [Fact]
    public void On_narrow_pages_the_press_is_left_to_the_note()
    {
        var drawing = TradingDayDrawing.Make(Microsoft, wide: false);

        drawing.Texts.ShouldNotContain(t => t.Text.StartsWith('“'));
        drawing.ShouldBeReadable();
    }

    [Fact]
    public void A_figure_of_the_press_stands_where_it_lies_on_the_scale()
    {
        var drawing = TradingDayDrawing.Make(Microsoft, wide: true);

        var thirty = drawing.Texts.Single(t => t.Text == "“over 30%”").X;
        thirty.ShouldBe(drawing.Texts.Single(t => t.Text == "+30%").X, 1e-9);
        drawing.Marks.OfType<Block>().Single().X2.ShouldBeLessThan(thirty);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_day_on_which_nothing_moved_still_reads(bool wide) =>
        TradingDayDrawing.Make(new TradingDay(10, 10, 10, 10, 10, []), wide).ShouldBeReadable();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_day_known_by_its_close_alone_has_no_band(bool wide)
    {
        var drawing = TradingDayDrawing.Make(new TradingDay(10, null, null, null, 8, []), wide);

        drawing.Marks.OfType<Block>().ShouldBeEmpty();
        drawing.ShouldBeReadable();
    }

    [Fact]
    public void Any_day_reads()
    {
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            decimal Price() => Math.Round(20 + ((decimal)random.NextDouble() * (i % 3 == 0 ? 40 : 2)), 2);
            var prices = new[] { Price(), Price(), Price(), Price() }.Order().ToList();
            var press = Enumerable.Range(0, random.Next(7)).Select(n => new PressFigure((random.NextDouble() - 0.3) * 0.6, new string('w', random.Next(3, 18)))).ToList();
            var day = new TradingDay(Price(), prices[random.Next(4)], prices[3], prices[0], prices[random.Next(4)], press);
            TradingDayDrawing.Make(day, wide: true).ShouldBeReadable();
            TradingDayDrawing.Make(day, wide: false).ShouldBeReadable();
        }
    }
}
