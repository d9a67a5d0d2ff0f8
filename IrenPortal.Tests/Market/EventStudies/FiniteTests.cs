using System.Text.Json;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.EventStudies.Panels;

namespace IrenPortal.Tests.Market.EventStudies;

/// <summary>Whatever prices a series takes, no result holds a NaN or an infinity: the JSON writer would throw on one.</summary>
public sealed class FiniteTests
{
    private static readonly double[] Extremes = [StudySeries.LeastPrice, StudySeries.MostPrice, 1e-9, 1, Math.BitIncrement(1), Math.BitDecrement(1), 1e9, 67.75];

    [Fact]
    public void No_prices_whatever_lead_to_NaN_or_infinity()
    {
        var random = new Random(20251103);
        var statuses = new HashSet<StudyStatus>();
        for (var i = 0; i < 300; i++)
        {
            var studies = Enumerable.Range(0, 1 + (i % 4)).Select(_ => Wild(random).Run([.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(-12, 13))])).ToList();
            statuses.UnionWith(studies.Select(s => s.Status));
            studies.ForEach(study => SimulatedStudy.Written(study).ValueKind.ShouldBe(JsonValueKind.Object));
            var panel = Panel.Of([.. studies.Select((study, n) => new PanelEvent($"E{n}", "FIRM", study))], excludeFlagged: i % 2 == 0);
            using var json = new Utf8JsonWriter(Stream.Null);
            PanelJson.Write(json, panel);
        }

        statuses.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(0), InlineData(-1), InlineData(1e19), InlineData(1e-19)]
    public void A_series_takes_no_price_outside_its_bounds(double price)
    {
        var day = new NodaTime.LocalDate(2025, 11, 3);

        Should.Throw<ArgumentException>(() => new StudySeries("A", [new StudyBar(day, price, 1, null)])).Message.ShouldContain("2025-11-03");
        Should.Throw<ArgumentException>(() => new StudySeries("A", [new StudyBar(day, 1, price, null)]));
    }

    [Theory]
    [InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(-1), InlineData(1e31)]
    public void A_series_takes_no_volume_outside_its_bounds(double volume) =>
        Should.Throw<ArgumentException>(() => new StudySeries("A", [new StudyBar(new NodaTime.LocalDate(2025, 11, 3), 1, 1, volume)]));

    [Fact]
    public void A_series_ascends()
    {
        var bar = new StudyBar(new NodaTime.LocalDate(2025, 11, 3), 1, 1, null);

        Should.Throw<ArgumentException>(() => new StudySeries("A", [bar, bar]));
        Should.Throw<ArgumentException>(() => new StudySeries("A", [bar, bar with { Date = bar.Date.PlusDays(-1) }]));
    }

    // Steps between extremes, quiet spells, flat spells and holes, on either side of the announcement.
    private static SimulatedStudy Wild(Random random)
    {
        var drawn = SimulatedStudy.Draw(random.Next());
        return drawn with { Firm = Wild(drawn.Firm, random), Index = Wild(drawn.Index, random) };
    }

    private static List<StudyBar> Wild(IReadOnlyList<StudyBar> bars, Random random)
    {
        var (wildness, holes) = (random.Next(4), random.Next(8) / 100.0);
        var from = random.Next(bars.Count);
        return [.. bars.Where(_ => random.NextDouble() >= holes * holes * 4).Select((bar, i) => wildness switch
        {
            1 when i >= from => bar with { AdjustedClose = Extremes[random.Next(Extremes.Length)], Close = Extremes[random.Next(Extremes.Length)], Volume = random.Next(2) * StudySeries.MostVolume },
            2 when i >= from => bar with { AdjustedClose = 400, Volume = null },
            3 when i < from => bar with { AdjustedClose = Extremes[4 + random.Next(2)], Volume = 0 },
            _ => bar,
        })];
    }
}
