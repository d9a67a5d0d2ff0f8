using System.Text;
using IrenPortal.Content;
using IrenPortal.Site.Events;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Tests.Site.Events;

/// <summary>The calendar file by RFC 5545.</summary>
public sealed class CalendarFileTests
{
    private static readonly EventDocument Call = new()
    {
        Slug = "call",
        Title = "Results; call, Q1 \\ 🚀 مرحبا " + new string('é', 80),
        StartsAt = Instant.FromUtc(2026, 11, 5, 22, 0),
        EndsAt = Instant.FromUtc(2026, 11, 5, 23, 0),
        Place = "Level 6, Sydney",
        Webcast = "https://example.com/webcast",
        Materials = [new SourceLink("Slides", "https://example.com/slides")],
        Body = "",
    };

    [Fact]
    public void Lines_end_with_crlf_and_have_at_most_75_octets_of_whole_characters()
    {
        var bytes = CalendarFile.Of(Sample.Chrome, [Published(Call)]).Body.ToArray();
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");

        lines[^1].ShouldBeEmpty();
        lines.ShouldAllBe(l => !l.Contains('\n') && !l.Contains('\r') && Encoding.UTF8.GetByteCount(l) <= 75);
        lines.ShouldAllBe(l => !l.Contains('\uFFFD'));
        Unfolded(bytes).ShouldContain("SUMMARY:Results\\; call\\, Q1 \\\\ 🚀 مرحبا " + new string('é', 80));
    }

    [Fact]
    public void An_event_has_a_lasting_id_and_goes_up_with_each_change()
    {
        var lines = Lines(Call);

        lines.ShouldContain("UID:call@ir.example");
        lines.ShouldContain("SEQUENCE:0");
        lines.ShouldContain("DTSTAMP:20260901T080000Z");
        lines.ShouldContain("DTSTART:20261105T220000Z");
        lines.ShouldContain("DTEND:20261105T230000Z");
        lines.ShouldContain("STATUS:CONFIRMED");
        lines.ShouldContain("LOCATION:Level 6\\, Sydney");
        lines.ShouldContain("DESCRIPTION:Bring “questions” & a < b.\\nSecond.\\nWebcast: https://example.com/webcast\\nSlides: https://example.com/slides");
        lines.ShouldContain("URL:https://ir.example/events#call");
        Lines(Call, version: 3).ShouldSatisfyAllConditions(l => l.ShouldContain("UID:call@ir.example"), l => l.ShouldContain("SEQUENCE:2"));
    }

    [Fact]
    public void Days_without_a_time_are_dates_and_end_the_day_after()
    {
        var day = Call with { StartsAt = null, EndsAt = null, StartDate = new LocalDate(2026, 12, 31) };

        Lines(day).ShouldSatisfyAllConditions(l => l.ShouldContain("DTSTART;VALUE=DATE:20261231"), l => l.ShouldContain("DTEND;VALUE=DATE:20270101"));
        Lines(day with { EndDate = new LocalDate(2027, 1, 2) }).ShouldContain("DTEND;VALUE=DATE:20270103");
        Lines(Call with { EndsAt = null }).ShouldNotContain(l => l.StartsWith("DTEND", StringComparison.Ordinal), "an end that nobody named is not made up");
    }

    [Fact]
    public void What_was_called_off_is_cancelled_with_its_reason_and_without_its_webcast()
    {
        var lines = Lines(Call with { Withdrawn = true, Reason = "The hall is closed." }, version: 2);

        lines.ShouldContain("STATUS:CANCELLED");
        lines.Single(l => l.StartsWith("DESCRIPTION", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            d => d.ShouldStartWith("DESCRIPTION:Called off: The hall is closed.\\n"), d => d.ShouldNotContain("Webcast"));
    }

    private static PublishedEvent Published(EventDocument document, int version = 1) => new(
        1, Instant.FromUtc(2026, 11, 5, 22, 0), document, "<p>Bring “questions” &amp; a &lt; b.</p>\n<p>Second.</p>\n", version, Instant.FromUtc(2026, 9, 1, 8, 0));

    private static string[] Lines(EventDocument document, int version = 1) => Unfolded(CalendarFile.Of(Sample.Chrome, [Published(document, version)]).Body.ToArray());

    private static string[] Unfolded(byte[] bytes) => Encoding.UTF8.GetString(bytes).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
