using System.Text;
using IrenPortal.Content;
using IrenPortal.Site.KeyFigures;
using IrenPortal.Tests.Testing;
using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class KeyFiguresTests
{
    private static readonly FigureSeries Power = new("Secured power", "MW", "Grid connections.",
    [
        Value("2024", 2024, -20, source: "Loss"),
        Value("2025", 2025, null),
        Value("2026", 2026, 4500, reported: true, note: "Above."),
        Value("2027", 2027, 6000, target: true),
    ]);

    private static KeyFiguresView View => new(
        Sample.Chrome, [new SourcedSeries("series-1", Power, [.. Power.Values.Select((v, i) => new SourcedValue(v, i == 2 ? "/news/power" : null))])]);

    [Fact]
    public async Task Each_value_stands_in_the_table_with_its_source_newest_first_and_a_target_is_called_one()
    {
        var page = await Render.Document<KeyFiguresPage>(("View", View));

        page.QuerySelectorAll("h1").ShouldHaveSingleItem().Words().ShouldBe("Key figures");
        page.QuerySelectorAll("tbody tr").Select(r => r.Words()).ShouldBe(
        [
            "2027 31 Dec 2027 6,000 target A filing", "2026 31 Dec 2026 4,500 as reported A filing Above.",
            "2025 31 Dec 2025 Not stated A filing", "2024 31 Dec 2024 −20 Loss",
        ]);
        page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")).ShouldBe(["/news/power"]);
        page.QuerySelector(".plot.wide svg")!.GetAttribute("aria-label").ShouldBe("Secured power in MW: −20 in 2024, 6,000 aimed at in 2027. The table below has every value.");
        page.QuerySelector(".foot").Words().ShouldBe("As reported: known from reports, not checked against the filings.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Bars_begin_at_zero_to_one_scale_and_a_gap_stays_empty(bool wide)
    {
        var drawing = FigureSeriesDrawing.Make(Power, wide);

        var bars = drawing.Marks.OfType<Block>().ToList();
        bars.Select(b => b.Class).ShouldBe(["solid", "solid", "planned"]);
        var lengths = bars.Select(b => wide ? b.Height : Math.Abs(b.X2 - b.X1)).ToList();
        (lengths[1] / lengths[2]).ShouldBe(4500d / 6000, 1e-9);
        (lengths[0] / lengths[2]).ShouldBe(20d / 6000, 1e-9);
        drawing.Texts.Select(t => t.Text).ShouldContain("not stated");
        var boxes = drawing.Texts.Select(t => t.ExtentAt(drawing.LeastWidth)).ToList();
        boxes.ShouldAllBe(b => !boxes.Any(o => o != b && o.Overlaps(b)));
    }

    [Fact]
    public void The_shipped_labels_keep_clear_of_each_other()
    {
        foreach (var series in Shipped.Set.Company!.FigureSeries)
        {
            var drawing = FigureSeriesDrawing.Make(series, wide: true);
            drawing.LeastWidth.ShouldBeLessThanOrEqualTo(960);
            var boxes = drawing.Texts.Select(t => t.ExtentAt(960)).ToList();
            boxes.ShouldAllBe(b => !boxes.Any(o => o != b && o.Overlaps(b)), series.Label);
        }
    }

    [Fact]
    public void Every_value_is_a_row_of_the_file()
    {
        var rows = Encoding.UTF8.GetString(KeyFiguresCsv.Answer(View).Body.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        rows[0].ShouldBe("series,unit,period,as_of,value,target,reported,note,source,url");
        rows[2].ShouldBe("Secured power,MW,2025,2025-12-31,,false,false,,A filing,");
        rows[3].ShouldBe("Secured power,MW,2026,2026-12-31,4500,false,true,Above.,A filing,https://ir.example/news/power");
    }

    [Fact]
    public void The_shipped_figures_name_releases_that_are_there()
    {
        var slugs = Shipped.Set.Announcements.Select(a => a.Slug).ToHashSet();
        Shipped.Set.Company!.FigureSeries.SelectMany(s => s.Values).Select(v => v.Announcement).OfType<string>().ShouldAllBe(slug => slugs.Contains(slug));
    }

    private static FigureValue Value(string period, int year, decimal? value, bool target = false, bool reported = false, string? note = null, string source = "A filing") =>
        new(period, new LocalDate(year, 12, 31), value, target, note, source, null, reported);
}
