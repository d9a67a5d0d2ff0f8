using IrenPortal.Ui.Charts;

namespace IrenPortal.Tests.Ui.Charts;

public sealed class RangeRowsDrawingTests
{
    private static readonly RangeRow[] Microsoft =
    [
        new("Day 0", new(0.0906, -0.011, 0.192)), new("Days −1 to +1", new(0.109, -0.070, 0.287)),
        new("Days −5 to +5", new(-0.217, -0.568, 0.134), "Day +4: First-quarter results: revenue $240.3m"), new("Days 0 to +10", new(-0.330, -0.687, 0.027), "2 other releases"),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_row_says_what_it_is_and_its_value(bool wide)
    {
        var drawing = RangeRowsDrawing.Make(Microsoft, wide);

        var texts = drawing.Texts.Select(t => t.Text).ToList();
        texts.ShouldContain("Days −5 to +5");
        texts.ShouldContain("+9.1%");
        texts.ShouldContain("−33.0%");
        texts.ShouldContain(t => t.StartsWith("Day +4: First-quarter", StringComparison.Ordinal));
        drawing.ShouldBeReadable(wide ? RangeRowsDrawing.LabelMargin : 0);
    }

    [Fact]
    public void All_rows_share_one_scale_with_zero_through_it()
    {
        var drawing = RangeRowsDrawing.Make(Microsoft, wide: true);

        var zero = drawing.Marks.OfType<Rule>().Single(r => r.Class == "zero");
        zero.X1.ShouldBe(zero.X2);
        var (bands, dots) = (drawing.Marks.OfType<Block>().ToList(), drawing.Marks.OfType<Dot>().ToList());
        bands.Select(b => b.X1 < zero.X1 && b.X2 > zero.X1).ShouldBe([true, true, true, true]);
        dots.Zip(bands).ShouldAllBe(p => Math.Abs(p.First.X - ((p.Second.X1 + p.Second.X2) / 2)) < 0.01);
        dots.Select(d => d.X > zero.X1).ShouldBe([true, true, false, false]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_row_without_an_estimate_says_why(bool wide)
    {
        var drawing = RangeRowsDrawing.Make([Microsoft[0], new RangeRow("Days −5 to +5", null, "Day +4: First-quarter results", "to come, 10 Nov 2025")], wide);

        drawing.Texts.ShouldContain(t => t.Text == "to come, 10 Nov 2025");
        drawing.Marks.OfType<Dot>().Count().ShouldBe(1);
        drawing.ShouldBeReadable(wide ? RangeRowsDrawing.LabelMargin : 0);
    }

    [Fact]
    public void Any_rows_read()
    {
        var random = new Random(11);
        for (var i = 0; i < 400; i++)
        {
            var size = Math.Pow(10, random.Next(-3, 1));
            var rows = Enumerable.Range(0, random.Next(1, 5)).Select(n =>
            {
                var (value, reach) = ((random.NextDouble() - 0.5) * size, random.NextDouble() * size);
                return new RangeRow("Days −5 to +5", new RangeEstimate(value, value - reach, value + reach), n % 2 == 0 ? null : "Day +4: A release with a rather long headline about power and sites");
            }).ToList();
            RangeRowsDrawing.Make(rows, wide: true).ShouldBeReadable(RangeRowsDrawing.LabelMargin);
            RangeRowsDrawing.Make(rows, wide: false).ShouldBeReadable();
        }
    }
}
