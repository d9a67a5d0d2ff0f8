using System.Globalization;
using System.Text;
using System.Text.Json;
using IrenPortal.Data;
using IrenPortal.Market.Calendar;
using IrenPortal.Tests.Market.EventStudies;
using IrenPortal.Tests.Testing;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Tests.Commands;

public sealed class StudyVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("irenportal-study-");

    private static readonly string[] Announced = ["--announced-at", "2015-07-16T16:05:00-04:00"];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("S01-real-after-close")]
    [InlineData("S04-refused")]
    [InlineData("S05-partial-confounded", "--other-event", "2015-07-14T10:00:00-04:00")]
    public async Task A_worked_case_comes_out_number_for_number(string name, params string[] others)
    {
        var ran = await Verb.RunAsync(["study", .. Prices(name), .. Announced, "--id", name, .. others]);

        ran.ExitCode.ShouldBe(0, ran.Errors);
        ran.Errors.ShouldBeEmpty();
        WorkedCases.Differences(WorkedCases.Json($"{name}/expected.json"), JsonDocument.Parse(ran.Output).RootElement)
            .Where(d => d != "/confounding/other_events/0/label is missing").ShouldBeEmpty();
    }

    [Fact]
    public async Task Eight_observations_are_refused()
    {
        var inputs = WorkedCases.Json("S03-hand-worked/expected.json").GetProperty("inputs");
        var day0 = new LocalDate(2025, 11, 3);
        var (firm, index) = (CloseFile("firm", day0, inputs, "firm"), CloseFile("index", day0, inputs, "index"));

        var ran = await Verb.RunAsync("study", "--firm", firm, "--index", index, "--announced-at", "2025-11-03T06:30:00-05:00");

        ran.ExitCode.ShouldBe(0, ran.Errors);
        var study = JsonDocument.Parse(ran.Output).RootElement;
        study.GetProperty("status").GetString().ShouldBe("refused");
        study.GetProperty("models").EnumerateObject().ShouldBeEmpty();
        study.GetProperty("refusal").GetProperty("code").GetString().ShouldBe("INSUFFICIENT_HISTORY");
        study.GetProperty("refusal").GetProperty("valid_observations").GetInt32().ShouldBe(8);
        study.GetProperty("refusal").GetProperty("required").GetInt32().ShouldBe(100);
        study.GetProperty("raw").GetProperty("return_simple").GetDouble().ShouldBe(0.04, 1e-12);
    }

    [Fact]
    public async Task A_date_alone_is_told_as_such()
    {
        var ran = await Verb.RunAsync(["study", .. Prices("S01-real-after-close"), "--announced-at", "2015-07-17", "--time-unknown", "--other-event", "2015-07-14", "--other-event", "2015-07-20T09:00:00-04:00"]);

        ran.ExitCode.ShouldBe(0, ran.Errors);
        var study = JsonDocument.Parse(ran.Output).RootElement;
        study.GetProperty("alignment").GetProperty("time_unknown").GetBoolean().ShouldBeTrue();
        study.GetProperty("alignment").GetProperty("event_session").GetString().ShouldBe("2015-07-17");
        study.GetProperty("confounding").GetProperty("other_events").EnumerateArray().Select(o => o.GetProperty("relative_day").GetInt32()).ShouldBe([-3, 1]);
        study.GetProperty("models").GetProperty("market").GetProperty("simple").GetProperty("car").GetProperty("(0,0)").GetProperty("car").GetDouble()
            .ShouldBe(WorkedCases.Json("S01-real-after-close/expected.json").GetProperty("models").GetProperty("market").GetProperty("simple").GetProperty("car").GetProperty("(0,0)").GetProperty("car").GetDouble(), 1e-9);
    }

    [Theory]
    [InlineData("--announced-at:1: '2015-07-16' is a date without a time of day; write for example", "--announced-at", "2015-07-16")]
    [InlineData("where only the date is known add --time-unknown and write the date alone", "--announced-at", "2015-07-16")]
    [InlineData("--announced-at:1: '2015-07-16T16:05:00-04:00' is not a date alone, as it must be where the time of day is not known", "--announced-at", "2015-07-16T16:05:00-04:00", "--time-unknown")]
    [InlineData("--announced-at:1: '2036-07-16T16:05:00-04:00' or its session is outside the exchange calendar", "--announced-at", "2036-07-16T16:05:00-04:00")]
    [InlineData("--other-event:2: '2015-07-14' is a date without a time of day", "--announced-at", "2015-07-16T16:05:00-04:00", "--other-event", "2015-07-13T10:00:00Z", "--other-event", "2015-07-14")]
    [InlineData("--other-event:1: '1997-07-14' or its session is outside", "--announced-at", "2015-07-16", "--time-unknown", "--other-event", "1997-07-14")]
    public async Task A_moment_that_names_none_is_refused(string reason, params string[] moments)
    {
        var ran = await Verb.RunAsync(["study", .. Prices("S01-real-after-close"), .. moments]);

        (ran.ExitCode, ran.Output).ShouldBe((1, ""));
        ran.Errors.ShouldContain(reason);
        ran.Errors.Count(c => c == '\n').ShouldBe(1);
    }

    [Fact]
    public async Task Every_fault_has_its_line()
    {
        var firm = File("firm.csv", "date,close\n2025-11-03,1\n2025-11-03,2\n2025-11-04,-2\n");

        var ran = await Verb.RunAsync("study", "--firm", firm, "--index", _folder.FullName, "--announced-at", "2025-11-03");

        (ran.ExitCode, ran.Output).ShouldBe((1, ""));
        var lines = ran.Errors.TrimEnd().Split('\n');
        lines.Length.ShouldBe(4);
        lines[0].ShouldStartWith("--announced-at:1: ");
        lines[1].ShouldBe($"{firm}:3: date is 2025-11-03, after 2025-11-03: put the rows in order of date, one a date");
        lines[2].ShouldStartWith($"{firm}:4: close is `-2`: write a price");
        lines[3].ShouldBe($"{_folder.FullName}:1: this is a folder: name a file in it");
    }

    [Fact]
    public async Task A_file_that_is_no_table_of_prices_is_refused_with_one_line()
    {
        var tooLarge = File("large.csv", "date,close\n" + new string(' ', 20 * 1024 * 1024));
        var binary = Path.Combine(_folder.FullName, "binary.csv");
        await System.IO.File.WriteAllBytesAsync(binary, [0x50, 0x4B, 3, 4, (byte)'\n', 0xFF, 0xFE, 0]);
        var (nul, missing) = (File("nul.csv", "date,close\n2025-11-03,\0\n"), Path.Combine(_folder.FullName, "missing.csv"));
        var empty = File("empty.csv", "");

        (await Refusal(tooLarge)).ShouldBe($"{tooLarge}:1: the file is larger than 20 MB: split it");
        (await Refusal(binary)).ShouldBe($"{binary}:2: the line holds bytes that are not UTF-8: save the file as UTF-8");
        (await Refusal(nul)).ShouldStartWith($"{nul}:2: close is `\uFFFD`: write a price");
        (await Refusal(missing)).ShouldBe($"{missing}:1: there is no such file: name one that exists");
        (await Refusal("")).ShouldBe(":1: there is no such file: name one that exists");
        (await Refusal(empty)).ShouldStartWith($"{empty}:1: the file is empty: write the header date,close");
    }

    [Fact]
    public async Task It_runs_beside_a_portal_with_settings_that_are_wrong()
    {
        await using var stores = await TestStores.CreateAsync(DatabaseProvider.Sqlite);
        using var writer = DataFolderLock.TryTake(stores.DataDirectory);
        var wrong = new Dictionary<string, string> { ["Portal:Role"] = "Nobody", ["Database:Provider"] = "Oracle" };
        using var process = PortalProcess.Start(stores, wrong, ["study", .. Prices("S04-refused"), .. Announced, "--id", "é\"<"]);

        var ended = await process.EndAsync();

        ended.ExitCode.ShouldBe(0);
        ended.Errors.ShouldBeEmpty();
        JsonDocument.Parse(ended.Output).RootElement.GetProperty("id").GetString().ShouldBe("é\"<");
    }

    [Fact]
    public async Task The_worked_panel_comes_out_number_for_number()
    {
        var ran = await Verb.RunAsync("study", "panel", Path.Combine(WorkedCases.Folder, "S02-small-panel", "panel.json"));

        ran.ExitCode.ShouldBe(0, ran.Errors);
        WorkedCases.Differences(WorkedCases.Json("S02-small-panel/expected.json"), JsonDocument.Parse(ran.Output).RootElement).ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_of_a_panel_flag_each_other_and_go_on_request()
    {
        var prices = Directory.CreateDirectory(Path.Combine(_folder.FullName, "prices"));
        foreach (var name in new[] { "AAPL.csv", "IBM.csv", "SPY.csv" })
        {
            System.IO.File.Copy(Path.Combine(WorkedCases.Folder, "S02-small-panel", "prices", name), Path.Combine(prices.FullName, name));
        }

        var file = File("panel.json", """
            {"index": "SPY", "events": [
              {"id": "first", "ticker": "AAPL", "announced_at": "2014-04-23T16:30:00-04:00"},
              {"id": "second", "ticker": "AAPL", "announced_at": "2014-04-28", "time_unknown": true},
              {"id": "third", "ticker": "IBM", "announced_at": "2014-10-20T07:00:00-04:00"},
              {"id": "short", "ticker": "IBM", "announced_at": "2013-10-21T07:00:00-04:00"}]}
            """);

        var kept = JsonDocument.Parse((await Verb.RunAsync("study", "panel", file)).Output).RootElement;
        var without = JsonDocument.Parse((await Verb.RunAsync("study", "panel", file, "--exclude-flagged")).Output).RootElement;

        (int, int) Counts(JsonElement panel, string window) =>
            (panel.GetProperty("by_window").GetProperty(window).GetProperty("N").GetInt32(), panel.GetProperty("by_window").GetProperty(window).GetProperty("N_flagged").GetInt32());
        Counts(kept, "(-1,1)").ShouldBe((3, 0));
        Counts(kept, "(-5,5)").ShouldBe((3, 2));
        Counts(without, "(-1,1)").ShouldBe((3, 0));
        Counts(without, "(-5,5)").ShouldBe((1, 2));
        kept.GetProperty("refused").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ShouldBe(["short"]);
        kept.TryGetProperty("id", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_panel_names_the_prices_that_it_lacks_by_its_own_line()
    {
        var file = File("panel.json", "{\"index\": \"QQQ\", \"events\": [\n{\"id\": \"E\", \"announced_at\": \"2025-11-03T06:30Z\",\n\"ticker\": \"IREN\"}]}\n");

        (await Verb.RunAsync("study", "panel", file)).ShouldBe(new PortalProcess.Result(1, "",
            $"{file}:3: there are no prices of IREN: put them into {Path.Combine(_folder.FullName, "prices", "IREN.csv")}\n" +
            $"{file}:1: there are no prices of QQQ: put them into {Path.Combine(_folder.FullName, "prices", "QQQ.csv")}\n"));
        (await Verb.RunAsync("study", "panel", _folder.FullName)).ShouldBe(new PortalProcess.Result(1, "", $"{_folder.FullName}:1: this is a folder: name a file in it\n"));
    }

    [Theory]
    [InlineData("study")]
    [InlineData("study panel")]
    [InlineData("study panel a.json b.json")]
    [InlineData("study --firm a.csv --index b.csv")]
    [InlineData("study --firm a.csv --firm b.csv --index b.csv --announced-at 2015-07-16T16:05:00-04:00")]
    [InlineData("study a.csv")]
    [InlineData("study --firm a.csv --index b.csv --announced-at 2015-07-16 --time-unkown")]
    public async Task Wrong_usage_is_exit_2(string line)
    {
        var ran = await Verb.RunAsync(line.Split(' '));

        (ran.ExitCode, ran.Output).ShouldBe((2, ""));
        ran.Errors.ShouldNotBeEmpty();
    }

    private static string[] Prices(string name) =>
        ["--firm", Path.Combine(WorkedCases.Folder, name, "firm.csv"), "--index", Path.Combine(WorkedCases.Folder, name, "index.csv")];

    private async Task<string> Refusal(string firm)
    {
        var ran = await Verb.RunAsync(["study", "--firm", firm, "--index", Path.Combine(WorkedCases.Folder, "S01-real-after-close", "index.csv"), .. Announced]);
        (ran.ExitCode, ran.Output).ShouldBe((1, ""));
        ran.Errors.Count(c => c == '\n').ShouldBe(1, ran.Errors);
        return ran.Errors.TrimEnd('\n');
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    // Closes whose returns are those of the case: eight on the last days of the estimation window, three on -1, 0, 1.
    private string CloseFile(string name, LocalDate day0, JsonElement inputs, string of)
    {
        double[] Of(string key) => [.. inputs.GetProperty(key).EnumerateArray().Select(v => v.GetDouble())];
        var calendar = ExchangeCalendar.UsEquities;
        var (estimation, events) = (Of($"estimation_{of}_returns"), Of($"event_{of}_returns"));
        var csv = new StringBuilder("date,close\n");
        Append(-11 - estimation.Length, estimation);
        Append(-2, events);
        return File($"{name}.csv", csv.ToString());

        void Append(int first, double[] returns)
        {
            var close = 100.0;
            for (var i = 0; i <= returns.Length; i++)
            {
                close *= i == 0 ? 1 : 1 + returns[i - 1];
                csv.Append(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(calendar.Offset(day0, first + i))},{close:F12}\n");
            }
        }
    }
}
