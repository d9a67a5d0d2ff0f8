using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Tests.Ui.Charts;

public sealed class PriceDrawingTests
{
    private static readonly LocalDate Start = new(2025, 9, 29);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_year_with_its_releases_reads(bool wide)
    {
        var chart = PriceDrawing.Full(Year([.. Enumerable.Range(1, 26).Select(n => n * 9)]), wide);

        chart.Markers.Count.ShouldBe(26);
        chart.Drawing.ShouldBeReadable(0, 56);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Numbers_stand_27_pixels_apart_whatever_the_releases_do(bool wide)
    {
        var chart = PriceDrawing.Full(Year([1, 1, 1, 2, 3, 100, 101, 248, 249, 249]), wide);

        var places = chart.Markers.Select(m => (X: m.X * chart.Drawing.LeastWidth, m.Y)).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            for (var j = i + 1; j < places.Count; j++)
            {
                Math.Sqrt(Math.Pow(places[i].X - places[j].X, 2) + Math.Pow(places[i].Y - places[j].Y, 2)).ShouldBeGreaterThanOrEqualTo(26.99);
            }
        }

        chart.Markers.Select(m => m.Release.Number).ShouldBeInOrder();
    }

    [Fact]
    public void A_leader_runs_from_its_number_to_the_close_of_its_session()
    {
        var history = Year([50]);
        var chart = PriceDrawing.Full(history, wide: true);

        var leader = chart.Drawing.Marks.OfType<Curve>().Single(c => c.Class == "leader").Runs[0];
        leader[0].X.ShouldBe(chart.Markers[0].X);
        leader[^1].X.ShouldBe(50.5 / history.Points.Count, 1e-9);
        chart.Drawing.Marks.OfType<Dot>().Single(d => d.Class == "release").X.ShouldBe(50.5 / history.Points.Count, 1e-9);
    }

    [Fact]
    public void A_release_outside_the_span_has_no_marker()
    {
        var history = Year([]) with { Releases = [new ReleaseMarker(Start.PlusYears(-1), 1, "Before", "/news/before")] };

        PriceDrawing.Full(history, wide: true).Markers.ShouldBeEmpty();
        PriceDrawing.Small(history).Drawing.Marks.OfType<Dot>().Count(d => d.Class == "release").ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_handful_of_bars_can_be_drawn(int bars)
    {
        var history = new PriceHistory([.. Enumerable.Range(0, bars).Select(i => new PricePoint(Start.PlusDays(i), 5, null))], []);

        foreach (var drawing in new[] { PriceDrawing.Full(history, wide: true).Drawing, PriceDrawing.Full(history, wide: false).Drawing, PriceDrawing.Small(history).Drawing })
        {
            drawing.ShouldBeReadable(0, 56);
            drawing.Marks.OfType<Columns>().ShouldBeEmpty();
            SvgWriter.Write(drawing, "x", "drawing").Value.ShouldNotContain("NaN");
        }
    }

    private static PriceHistory Year(int[] releases) => new(
        [.. Enumerable.Range(0, 251).Select(i => new PricePoint(Start.PlusDays(i * 365 / 251), 40 + (decimal)(Math.Sin(i / 9d) * 15), 1_000_000 + (i * 1000)))],
        [.. releases.Select((at, n) => new ReleaseMarker(Start.PlusDays(at * 365 / 251), n + 1, $"Release {n + 1}", $"/news/r{n + 1}"))]);
}
