using IrenPortal.Tests.Market.Data;

namespace IrenPortal.Tests.Commands;

public sealed class CalendarVerbTests
{
    [Fact]
    public async Task Instants_are_aligned_and_repeated_as_given()
    {
        var examples = RepositoryFiles.Rows("IrenPortal.Tests/Market/Data/alignment_examples.csv").Select(row => row.Split(',')).ToList();

        var ran = await Verb.RunAsync(["calendar", "align", .. examples.Select(e => e[1])]);

        ran.ShouldBe(new PortalProcess.Result(0, string.Concat(examples.Select(e => $"{e[1]},{e[4]},{e[5]}\n")), ""));
    }

    [Theory]
    [InlineData("2035-12-31T15:59:59-05:00", "2035-12-31,in_session")]
    [InlineData("2035-12-29T10:00:00-05:00", "2035-12-31,non_session_day")]
    [InlineData("1998-01-01T00:00:00-05:00", "1998-01-02,non_session_day")]
    public async Task The_calendar_is_known_to_its_ends(string instant, string rest) =>
        (await Verb.RunAsync("calendar", "align", instant)).Output.ShouldBe($"{instant},{rest}\n");

    [Theory]
    [InlineData("2035-12-31T16:00:00-05:00", "outside the exchange calendar; write one from 1998-01-01 to 2035-12-31")]
    [InlineData("2036-01-02T10:00:00-05:00", "outside the exchange calendar")]
    [InlineData("1997-12-31T10:00:00-05:00", "outside the exchange calendar")]
    [InlineData("9999-12-31T23:59:59-18:00", "is not an instant")]
    [InlineData("0001-01-01T00:00:00+18:00", "outside the exchange calendar")]
    [InlineData("2025-11-03", "is a date without a time of day; write for example")]
    [InlineData("2025-11-03T06:30:00", "has no offset from UTC")]
    [InlineData("2025-11-03T06:30:00 EST", "is not an instant")]
    [InlineData("soon\nor later", "'soon or later' is not an instant")]
    [InlineData("", "'' is not an instant")]
    public async Task An_instant_that_cannot_be_aligned_is_refused_and_nothing_printed(string instant, string reason)
    {
        var ran = await Verb.RunAsync("calendar", "align", "2025-11-03T06:30:00-05:00", instant);

        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldBeEmpty();
        ran.Errors.ShouldStartWith("INSTANT:2: ");
        ran.Errors.ShouldContain(reason);
        ran.Errors.Count(c => c == '\n').ShouldBe(1);
    }

    [Fact]
    public async Task Sessions_come_with_their_close_in_New_York() =>
        (await Verb.RunAsync("calendar", "sessions", "--from", "2025-11-26", "--to", "2025-12-01"))
            .ShouldBe(new PortalProcess.Result(0, "2025-11-26,16:00\n2025-11-28,13:00\n2025-12-01,16:00\n", ""));

    [Fact]
    public async Task All_sessions_of_the_calendar_are_listed() =>
        (await Verb.RunAsync("calendar", "sessions", "--from", "1998-01-01", "--to", "2035-12-31")).Output.Split('\n').Length.ShouldBeInRange(9_500, 9_600);

    [Fact]
    public async Task A_weekend_has_no_session() =>
        (await Verb.RunAsync("calendar", "sessions", "--from", "2025-11-29", "--to", "2025-11-30")).ShouldBe(new PortalProcess.Result(0, "", ""));

    [Theory]
    [InlineData("2025-12-01", "2025-11-01", "--from:1: 2025-12-01 is later than --to 2025-11-01; write the earlier date first\n")]
    [InlineData("1997-12-31", "2025-11-01", "--from:1: '1997-12-31' is no date of the exchange calendar; write one from 1998-01-01 to 2035-12-31\n")]
    [InlineData("2025-11-01", "2025-02-30", "--to:1: '2025-02-30' is no date of the exchange calendar; write one from 1998-01-01 to 2035-12-31\n")]
    public async Task Dates_that_name_no_span_are_refused(string from, string to, string line) =>
        (await Verb.RunAsync("calendar", "sessions", "--from", from, "--to", to)).ShouldBe(new PortalProcess.Result(1, "", line));

    [Theory]
    [InlineData("calendar")]
    [InlineData("calendar align")]
    [InlineData("calendar sessions --from 2025-11-03")]
    [InlineData("calendar sessions 2025-11-03 2025-11-04")]
    public async Task Wrong_usage_is_exit_2(string line)
    {
        var ran = await Verb.RunAsync(line.Split(' '));

        ran.ExitCode.ShouldBe(2);
        ran.Output.ShouldBeEmpty();
        ran.Errors.ShouldNotBeEmpty();
    }
}
