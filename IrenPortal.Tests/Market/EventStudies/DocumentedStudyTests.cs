using System.Globalization;
using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.EventStudies.Panels;
using IrenPortal.Tests.Market.Data;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Market.EventStudies;

/// <summary><c>docs/event-studies.md</c> says what is so: its study by hand, figure for figure, and every name of the JSON.</summary>
public sealed class DocumentedStudyTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "event-studies.md"));

    private static readonly StudySeries Firm = StudySeries.From(RepositoryFiles.Prices("IREN"));

    private static readonly StudySeries Index = StudySeries.From(RepositoryFiles.Prices("QQQ"));

    private static readonly EventStudy Study = StudyRun.Of(
        Firm, Index, ReleaseMoment.On(new LocalDate(2025, 11, 3), ReleaseTiming.BeforeOpen), ExchangeCalendar.UsEquities,
        [new OtherEvent(ReleaseMoment.On(new LocalDate(2025, 11, 6), ReleaseTiming.AfterClose))]);

    [Fact]
    public void The_model_isas_printed()
    {
        var model = Study.Headline!.Model;
        var (firm, index) = (Returns(Firm), Returns(Index));
        var (meanFirm, meanIndex) = (firm.Average(), index.Average());
        var printed = Rows("|", columns: 3).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

        printed["M"].ShouldBe("120");
        Printed(printed["mX"], meanIndex);
        Printed(printed["mR"], meanFirm);
        Printed(printed["Sxx"], index.Sum(x => (x - meanIndex) * (x - meanIndex)));
        Printed(printed["Sxy"], index.Zip(firm, (x, r) => (x - meanIndex) * (r - meanFirm)).Sum());
        Printed(printed["Syy"], firm.Sum(r => (r - meanFirm) * (r - meanFirm)));
        Printed(printed["SSE"], model.Residuals.Sum(e => e * e));
        Printed(printed["beta"], model.Beta);
        Printed(printed["alpha"], model.Alpha);
        Printed(printed["s"], model.Sigma);
        Printed(printed["R²"], model.RSquared!.Value);
    }

    [Fact]
    public void The_days_are_as_printed()
    {
        var rows = Rows("| day | session |", columns: 12);

        rows.Select(row => row[0]).ShouldBe(["−2", "−1", "**0**", "+1"]);
        foreach (var (row, day) in rows.Skip(1).Zip([-1, 0, 1]))
        {
            var model = Study.Headline!.Model;
            var shown = Study.Headline.On(day)!;
            row[1].ShouldBe(shown.Session.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
            foreach (var (cell, value) in row[2..].Zip(
                [Close(Firm, shown.Session), Close(Index, shown.Session), shown.FirmReturn, shown.IndexReturn, shown.ExpectedReturn, shown.Abnormal.Value, Math.Pow(shown.Abnormal.CorrectedError / model.Sigma, 2), shown.Abnormal.CorrectedError, shown.Abnormal.T, shown.Abnormal.P]))
            {
                Printed(cell, value);
            }
        }
    }

    [Fact]
    public void The_windows_are_as_printed()
    {
        foreach (var (row, window) in Rows("| window | L |", columns: 8).Zip(EventWindow.Standard))
        {
            var sum = Study.Headline!.Over(window)!.Value;
            var (low, high) = sum.Interval();
            row[0].ShouldBe(window.Name.Replace('-', '−'));
            row[1].ShouldBe($"{window.Length}");
            foreach (var (cell, value) in ((string[])[.. row[2..7], .. row[7].Split(" to ")]).Zip([sum.Value, sum.PlainError, sum.CorrectedError, sum.T, sum.P, low, high]))
            {
                Printed(cell, value);
            }
        }
    }

    [Fact]
    public void What_issaid_of_it_isso()
    {
        var (text, raw) = (string.Join(' ', Lines), Study.Raw);

        text.ShouldContain(FormattableString.Invariant($"{raw.Volume:N0} shares, against {raw.UsualVolume:N0} on average over the 120 sessions: {raw.VolumeRatio:F2} times"));
        text.ShouldContain(FormattableString.Invariant($"Of the {100 * raw.SimpleReturn:F2}% on the day, {100 * Study.Headline!.On(0)!.ExpectedReturn:F2}% was to be expected and {100 * Study.Headline.On(0)!.Abnormal.Value:F2}% was not"));
        text.ShouldContain(FormattableString.Invariant($"(over the window it had risen from {Close(Firm, ExchangeCalendar.UsEquities.Previous(Study.Estimation.FirstSession!.Value)):F0} to {Close(Firm, Study.Estimation.LastSession!.Value):F0} dollars)"));
        text.ShouldContain($"{Study.Estimation.FirstSession:uuuu-MM-dd} to {Study.Estimation.LastSession:uuuu-MM-dd}");
        Study.Confounding.Single().RelativeDay.ShouldBe(4);
        EventWindow.Standard.Select(Study.IsFlagged).ShouldBe([false, false, true, true]);
    }

    [Fact]
    public void The_panel_shown_can_be_read()
    {
        var shown = string.Join('\n', Lines.SkipWhile(line => line != "```json").Skip(1).TakeWhile(line => line != "```"));
        var read = PanelFile.Read("docs/event-studies.md", shown, ExchangeCalendar.UsEquities);

        read.Issues.ShouldBeEmpty();
        read.Document!.Events.Select(e => (e.Moment.TimeUnknown, e.Others.Count)).ShouldBe([(false, 0), (true, 1)]);
    }

    [Fact]
    public void Every_name_of_the_JSON_islisted()
    {
        var panel = Panel.Of([.. Enumerable.Range(1, 3).Select(seed => new PanelEvent("E", "FIRM", SimulatedStudy.Draw(seed).Run())), new PanelEvent("E", "FIRM", (SimulatedStudy.Draw(4) with { Firm = [] }).Run())]);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            StudyJson.Write(json, Study, ExchangeCalendar.UsEquities, "id");
            StudyJson.Write(json, SimulatedStudy.Draw(1).WithoutFirm(5).Run(0), ExchangeCalendar.UsEquities);
            StudyJson.Write(json, (SimulatedStudy.Draw(1) with { Index = [] }).Run(), ExchangeCalendar.UsEquities);
            PanelJson.Write(json, panel, "P");
            json.WriteEndArray();
        }

        var text = string.Join('\n', Lines);
        Names(JsonDocument.Parse(bytes.ToArray()).RootElement).Distinct(StringComparer.Ordinal)
            .Where(name => name != "E" && !EventWindow.Standard.Any(w => w.Name == name) && !int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Names(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    // The rows of the first table of the section whose header begins so and has as many columns.
    private static List<string[]> Rows(string header, int columns)
    {
        var section = Lines.SkipWhile(line => line != "## One study by hand").ToList();
        var at = section.FindIndex(line => line.StartsWith(header, StringComparison.Ordinal) && Cells(line).Length == columns);
        return [.. section.Skip(at + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells)];
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];

    // As near as the printed digits can be.
    private static void Printed(string cell, double value)
    {
        var decimals = cell.Length - cell.IndexOf('.', StringComparison.Ordinal) - 1;
        double.Parse(cell.Replace('−', '-'), CultureInfo.InvariantCulture).ShouldBe(value, (0.5 * Math.Pow(10, -decimals)) + 1e-13);
    }

    private static double Close(StudySeries series, LocalDate day) => series.Bars.Single(bar => bar.Date == day).Close;

    private static List<double> Returns(StudySeries series)
    {
        var at = series.Bars.Index().Single(bar => bar.Item.Date == Study.Alignment.EventSession).Index;
        return [.. Enumerable.Range(at - 130, 120).Select(i => (series.Bars[i].Close / series.Bars[i - 1].Close) - 1)];
    }
}
