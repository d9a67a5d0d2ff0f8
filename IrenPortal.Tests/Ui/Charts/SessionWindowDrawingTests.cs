using IrenPortal.Ui.Charts;

namespace IrenPortal.Tests.Ui.Charts;

public sealed class SessionWindowDrawingTests
{
    private static readonly EventMark Release = new(-0.5, "Release, 3 Nov 2025, before the open", "Release 3 Nov");

    [Theory]
    [InlineData(true, 60, 108)]
    [InlineData(false, 52, 62)]
    public void Lines_end_in_their_names_and_values(bool wide, double left, double right)
    {
        var drawing = SessionWindowDrawing.Make(Window([.. Enumerable.Range(-10, 21).Select(d => new SessionDay(d, d * 0.01, d * 0.002, 1 + (d == 0 ? 1.8 : 0)))]), wide);

        string.Join(" ", drawing.Texts.Select(t => t.Text)).ShouldContain(wide ? "IREN +10.0%" : "IREN");
        drawing.Texts.ShouldContain(t => t.Text == "2.8\u00a0×");
        drawing.ShouldBeReadable(left, right);
    }

    [Fact]
    public void The_event_line_stands_between_the_day_before_and_day_0()
    {
        var drawing = SessionWindowDrawing.Make(Window([new(-1, 0, 0, 1), new(0, 0.1, 0, 2)]), wide: true);

        var line = drawing.Marks.OfType<Rule>().Single(r => r.Class == "event").X1;
        line.ShouldBe(10d / 21, 1e-9);
    }

    [Fact]
    public void A_missing_session_breaks_the_line()
    {
        var drawing = SessionWindowDrawing.Make(Window([new(-2, 0.1, 0, 1), new(-1, null, null, null), new(0, 0.2, 0, 1), new(1, 0.1, 0, 1)]), wide: true);

        drawing.Marks.OfType<Curve>().Single(c => c.Class == "firm").Runs.Select(r => r.Count).ShouldBe([1, 2]);
    }

    [Fact]
    public void Without_volume_there_are_no_bars()
    {
        var drawing = SessionWindowDrawing.Make(Window([new(-1, 0, 0, null), new(0, 0.1, 0, null)]), wide: true);

        drawing.Marks.OfType<Block>().ShouldBeEmpty();
        drawing.Texts.ShouldNotContain(t => t.Text == "Volume");
    }

    [Theory]
    [InlineData(-10, 10)]
    [InlineData(0, 0)]
    [InlineData(5, -5)]
    public void Windows_of_any_length_can_be_drawn(int first, int last)
    {
        var window = Window([new(0, 0.1, null, 0)]) with { First = first, Last = last };

        SvgWriter.Write(SessionWindowDrawing.Make(window, wide: true), "x", "drawing").Value.ShouldNotContain("NaN");
        SessionWindowDrawing.Make(window with { Days = [] }, wide: false).Height.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Other_releases_keep_clear_of_each_other()
    {
        var others = new[] { -8.5, -2.5, -1.5, -0.5, 0, 0.5, 3.5, 3.5, 9.5 }.Select(at => new EventMark(at, "A release with a rather long headline", $"Day {at:+0;-0}")).ToList();
        var window = Window([.. Enumerable.Range(-10, 21).Select(d => new SessionDay(d, Math.Sin(d) * 0.2, 0, 1))]) with { Others = others };

        var labels = SessionWindowDrawing.Make(window, wide: true).Texts.Where(t => t.Class == "words accent halo").ToList();
        labels.Count.ShouldBe(others.Count);
        labels.Zip(labels.Skip(1)).ShouldAllBe(p => !p.First.ExtentAt(370).Overlaps(p.Second.ExtentAt(370)));
    }

    [Fact]
    public void The_band_is_an_area_under_the_lines_and_named_inside_it_where_there_is_room()
    {
        var window = Window([.. Enumerable.Range(-10, 21).Select(d => new SessionDay(d, d < 0 ? 0 : -0.02 * d, 0))]) with
        {
            Band = [.. Enumerable.Range(-1, 12).Select(d => new BandDay(d, -0.1 * Math.Sqrt(d + 1), 0.1 * Math.Sqrt(d + 1)))],
        };
        var wide = SessionWindowDrawing.Make(window, wide: true);

        var area = wide.Marks[0].ShouldBeOfType<Area>();
        (area.Upper.Count, area.Upper[0]).ShouldBe((12, area.Lower[0]));
        wide.Texts.Where(t => t.Text is "95% range" or "without news").Count().ShouldBe(2);
        wide.ShouldBeReadable(60, 108);
        SessionWindowDrawing.Make(window, wide: false).Texts.ShouldNotContain(t => t.Text == "without news");
    }

    [Fact]
    public void The_scale_has_room_for_the_band()
    {
        var window = Window([new(-1, 0), new(0, 0.1), new(1, 0.1)]) with { Band = [new(-1, 0, 0), new(0, -0.4, 0.5), new(1, -0.6, 0.7)] };

        var area = SessionWindowDrawing.Make(window, wide: true).Marks.OfType<Area>().Single();
        area.Upper.Concat(area.Lower).ShouldAllBe(p => p.Y > 26 && p.Y < 286);
    }

    [Fact]
    public void A_line_without_a_name_ends_in_its_value_alone()
    {
        var window = Window([new(-1, 0.01), new(0, 0.1), new(1, 0.12)]) with { Firm = "", PlotHeight = 150, TellsDayZero = false };

        foreach (var wide in new[] { true, false })
        {
            var drawing = SessionWindowDrawing.Make(window, wide);
            drawing.Texts.Where(t => t.Text.Contains("12.0", StringComparison.Ordinal)).Select(t => t.Text).ShouldBe(["+12.0%"]);
            drawing.Texts.ShouldNotContain(t => t.Text.Contains("10.0", StringComparison.Ordinal));
            drawing.Height.ShouldBe(26 + 150 + 26);
        }
    }

    private static SessionWindow Window(IReadOnlyList<SessionDay> days) => new(days, -10, 10, "IREN", "QQQ", Release, []);
}
