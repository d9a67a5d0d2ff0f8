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

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void Candles_and_a_logarithmic_scale_read(bool wide, bool candles, bool log)
    {
        var chart = PriceDrawing.Full(Year([40, 90]), wide, new PriceStyle(candles, log));

        chart.Drawing.ShouldBeReadable(0, 56);
        chart.Drawing.Marks.OfType<Candles>().Any().ShouldBe(candles);
        chart.Drawing.Marks.OfType<Curve>().Any(c => c.Class == "firm").ShouldBe(!candles);
    }

    [Fact]
    public void A_candle_stands_for_a_day_where_it_can_be_seen_and_else_for_a_week_or_a_month()
    {
        var history = Year([]);
        PriceDrawing.Full(history, wide: true, new PriceStyle(Candles: true)).Drawing.Texts.ShouldNotContain(t => t.Text.EndsWith("candles", StringComparison.Ordinal));
        var weekly = PriceDrawing.Full(history, wide: false, new PriceStyle(Candles: true)).Drawing;

        weekly.Texts.ShouldContain(t => t.Text == "Weekly candles");
        weekly.Marks.OfType<Candles>().Sum(c => c.Bars.Count).ShouldBe(52);
    }

    [Fact]
    public void A_candle_that_closed_above_its_open_rises()
    {
        var history = new PriceHistory([Day(0, 10, 14, 9, 13), Day(1, 13, 13.5m, 8, 9), Day(2, 9, 9, 9, 9)], []);
        var drawn = PriceDrawing.Full(history, wide: true, new PriceStyle(Candles: true)).Drawing.Marks.OfType<Candles>().ToDictionary(c => c.Class, c => c.Bars);

        drawn["rise"].Select(c => c.X).ShouldBe([0.5 / 3, 2.5 / 3]);
        var fall = drawn["fall"].ShouldHaveSingleItem();
        fall.High.ShouldBeLessThan(fall.Open);
        fall.Open.ShouldBeLessThan(fall.Close);
        fall.Close.ShouldBeLessThan(fall.Low);
    }

    [Fact]
    public void Equal_ratios_take_equal_heights_on_a_logarithmic_scale()
    {
        var history = new PriceHistory([.. new[] { 1m, 10m, 100m }.Select((close, i) => new PricePoint(Start.PlusDays(i), close, null))], []);
        var line = PriceDrawing.Full(history, wide: true, new PriceStyle(Log: true)).Drawing.Marks.OfType<Curve>().Single(c => c.Class == "firm").Runs[0];

        (line[0].Y - line[1].Y).ShouldBe(line[1].Y - line[2].Y, 1e-6);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Four_lines_are_named_at_their_ends_and_keep_apart(bool wide, bool log)
    {
        var drawing = PriceDrawing.Full(Compared(), wide, new PriceStyle(Log: log)).Drawing;

        drawing.ShouldBeReadable(60, wide ? 136 : 80);
        string.Join(' ', drawing.Texts.Where(t => t.X == 1).Select(t => t.Text)).ShouldBe("CIFR +30.0% BTC-USD +29.0% QQQ +28.0% IREN −9.0%");
        drawing.Marks.OfType<Curve>().Select(c => c.Class).Where(c => c != "leader").ShouldBe(["index", "peer1", "peer2", "firm"]);
        drawing.Marks.OfType<Rule>().Count(r => r.Class == "zero").ShouldBe(1);
    }

    [Fact]
    public void A_line_whose_prices_are_missing_has_a_gap_and_ends_where_they_end()
    {
        var drawing = PriceDrawing.Full(Compared(), wide: true).Drawing;
        var peer = drawing.Marks.OfType<Curve>().Single(c => c.Class == "peer2");

        peer.Runs.Count.ShouldBe(2);
        var end = peer.Runs[1][^1].X;
        end.ShouldBeLessThan(0.9);
        drawing.Marks.OfType<Dot>().ShouldContain(d => d.Class == "peer-dot" && d.X == end);
    }

    private static PricePoint Day(int day, decimal open, decimal high, decimal low, decimal close) =>
        new(Start.PlusDays(day), close, null) { Open = open, High = high, Low = low };

    private static PriceHistory Compared()
    {
        var history = new PriceHistory([.. Enumerable.Range(0, 100).Select(i => new PricePoint(Start.PlusDays(i), 100 - (i / 11m), 1000))], []);
        return history with
        {
            Compared =
            [
                new ComparedLine("IREN", LineKind.Firm, [.. history.Points.Select(p => (decimal?)p.Close / 100)]),
                new ComparedLine("QQQ", LineKind.Index, [.. Enumerable.Range(0, 100).Select(i => (decimal?)(1 + (0.28m * i / 99)))]),
                new ComparedLine("CIFR", LineKind.Peer1, [.. Enumerable.Range(0, 100).Select(i => (decimal?)(1 + (0.3m * i / 99)))]),
                new ComparedLine("BTC-USD", LineKind.Peer2, [.. Enumerable.Range(0, 100).Select(i => i is 50 or > 80 ? null : (decimal?)(1 + (0.29m * i / 80)))]),
            ],
        };
    }

    private static PriceHistory Year(int[] releases) => new(
        [.. Enumerable.Range(0, 251).Select(i => new PricePoint(Start.PlusDays(i * 365 / 251), 40 + (decimal)(Math.Sin(i / 9d) * 15), 1_000_000 + (i * 1000)))],
        [.. releases.Select((at, n) => new ReleaseMarker(Start.PlusDays(at * 365 / 251), n + 1, $"Release {n + 1}", $"/news/r{n + 1}"))]);
}
