using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IrenPortal.Market.EventStudies;
using IrenPortal.Site.Stock.Reactions;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed partial class ReactionsCsvTests
{
    [Fact]
    public void The_file_has_every_measure_in_full()
    {
        var (book, rows) = (Shipped.Book(), Rows(Shipped.Book().Releases));
        var (release, microsoft) = (book.Releases.Single(r => r.Slug == "microsoft-ai-cloud-contract"), rows.Single(r => r["slug"] == "microsoft-ai-cloud-contract"));

        rows.Select(r => r["slug"]).ShouldBe(book.Releases.Select(r => r.Slug));
        foreach (var window in EventWindow.Standard)
        {
            var (sum, name) = (release.Study!.Headline!.Over(window)!.Value, FormattableString.Invariant($"_{window.First}_{window.Last}"));
            Number(microsoft["car" + name]).ShouldBe(sum.Value);
            Number(microsoft["se" + name]).ShouldBe(sum.CorrectedError);
            Number(microsoft["p" + name]).ShouldBe(sum.P);
            (Number(microsoft["low" + name]), Number(microsoft["high" + name])).ShouldBe(sum.Interval());
        }

        microsoft["session"].ShouldBe("2025-11-03");
        (microsoft["previous_close"], microsoft["close"]).ShouldBe(("60.75", "67.75"));
        microsoft["M"].ShouldBe("120");
        Number(microsoft["beta"]).ShouldBe(1.609, 0.0005);
        microsoft["others_-5_5"].ShouldBe("q1-fy26-results@4");
        microsoft["headline"].ShouldBe("AI Cloud contract with Microsoft, about $9.7bn through 2031");
    }

    [Fact]
    public void The_file_is_filtered_and_sorted_as_the_page_is()
    {
        var query = new ReactionQuery("AI Cloud", ReactionSort.Car, Descending: false, new EventWindow(0, 10), Charts: false, LeavesFlagged: false);
        var rows = Rows(ReactionsView.RowsOf(Shipped.Book(), query));

        rows.Count.ShouldBe(4);
        rows.ShouldAllBe(r => r["category"] == "AI Cloud");
        rows.Select(r => Number(r["car_0_10"])).ShouldBe(rows.Select(r => Number(r["car_0_10"])).Order());
    }

    [Fact]
    public void Texts_begin_no_formula()
    {
        var odd = Shipped.Announcement("fy26-results") with { Headline = "=1+1, \"quoted\"" };

        Written(Shipped.Site(announcements: [odd]).Measures.Releases).Split('\n')[1].ShouldContain(",\"'=1+1, \"\"quoted\"\"\",");
    }

    [Fact]
    public void It_keeps_quiet_where_a_day_may_not_stand_alone_or_has_not_come()
    {
        var rows = Rows(Shipped.Book(new LocalDate(2026, 5, 5)).Releases);
        var unknown = rows.Single(r => r["slug"] == "mirantis-acquisition-agreed");
        var coming = rows.Single(r => r["slug"] == "q3-fy26-results-nvidia-contract");

        unknown["close"].ShouldNotBeEmpty();
        (unknown["return_close"], unknown["car_0_0"], unknown["return_0_0"], unknown["time_unknown"]).ShouldBe(("", "", "", "true"));
        (coming["close"], coming["car_0_0"], coming["status"]).ShouldBe(("", "", "partial"));
    }

    private static string Written(IEnumerable<MeasuredRelease> releases) => Encoding.UTF8.GetString(ReactionsCsv.Answer(releases).Body.Span);

    private static List<Dictionary<string, string>> Rows(IEnumerable<MeasuredRelease> releases)
    {
        var lines = Written(releases).TrimEnd('\n').Split('\n').Select(Cells).ToList();
        return [.. lines.Skip(1).Select(l => lines[0].Zip(l).ToDictionary(p => p.First, p => p.Second))];
    }

    private static List<string> Cells(string line) => [.. Cell().Matches(line).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Value)];

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<=^|,)(\"(?<quoted>([^\"]|\"\")*)\"|[^,]*)(?=,|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cell();
}
