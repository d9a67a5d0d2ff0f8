using IrenPortal.Market.Calendar;
using IrenPortal.Tests.Market.Data;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Tests.Market.Calendar;

public sealed class AlignmentTests
{
    public static TheoryData<string, string, string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var fields in RepositoryFiles.Rows("IrenPortal.Tests/Market/Data/alignment_examples.csv").Select(row => row.Split(',')))
        {
            data.Add(fields[1], fields[2], fields[3], fields[4], fields[5]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_announcement_belongs_to_the_first_session_that_closes_after_it(
        string announcedAt, string utc, string newYork, string session, string timing)
    {
        InstantText.TryParse(announcedAt, out var value, out _).ShouldBeTrue();
        var instant = value.ToInstant();
        var alignment = Alignment.Of(instant, ExchangeCalendar.UsEquities);

        InstantPattern.General.Format(instant).ShouldBe(utc);
        OffsetDateTimePattern.Rfc3339.Format(instant.InZone(ExchangeCalendar.UsEquities.Zone).ToOffsetDateTime()).ShouldBe(newYork);
        LocalDatePattern.Iso.Format(alignment.EventSession).ShouldBe(session);
        alignment.TimingWord.ShouldBe(timing);
        ReleaseMoment.At(instant).Day0(ExchangeCalendar.UsEquities).ShouldBe(alignment.EventSession);
    }

    [Theory]
    [InlineData("2024-05-08T09:29:59.999-04:00", "before_open", 8)]
    [InlineData("2024-05-08T09:30:00-04:00", "in_session", 8)]
    [InlineData("2024-05-08T15:59:59.999999999-04:00", "in_session", 8)]
    [InlineData("2024-05-08T16:00-04:00", "after_close", 9)]
    [InlineData("2024-05-08T00:00:00-04:00", "before_open", 8)]
    [InlineData("2024-05-07T23:59:59-04:00", "after_close", 8)]
    public void The_opening_and_closing_bells_are_exact(string announcedAt, string timing, int day)
    {
        InstantText.TryParse(announcedAt, out var value, out _).ShouldBeTrue();
        var alignment = Alignment.Of(value.ToInstant(), ExchangeCalendar.UsEquities);

        alignment.TimingWord.ShouldBe(timing);
        alignment.EventSession.ShouldBe(new LocalDate(2024, 5, day));
    }

    [Theory]
    [InlineData("2024-05-08T10:15:00", "no offset")]
    [InlineData("2024-05-08T10:15", "no offset")]
    [InlineData("2024-05-08", "date without a time")]
    [InlineData("2024-02-30T10:15:00Z", "not an instant")]
    [InlineData("9999-12-31T23:59:59-18:00", "not an instant")]
    [InlineData("yesterday", "not an instant")]
    [InlineData("", "not an instant")]
    public void A_time_without_an_offset_names_no_instant(string text, string reason)
    {
        InstantText.TryParse(text, out _, out var problem).ShouldBeFalse();

        problem.ShouldContain(reason);
        problem.ShouldContain("write for example");
    }
}
