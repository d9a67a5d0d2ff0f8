using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Tests.Content;

public sealed class AnnouncementFileTests
{
    private static string Fault(string line, string with) => Sample.Only(Sample.Read(line, with).Issues);

    [Fact]
    public void The_slug_comes_from_the_name_without_its_date()
    {
        var document = AnnouncementFile.Read(Sample.Path, Sample.Announcement, Sample.Context).Document!;

        document.Slug.ShouldBe("microsoft-contract");
        document.Timing.ShouldBe(ReleaseTiming.Exact);
        document.ReleaseAt.ShouldBe(Instant.FromUtc(2025, 11, 3, 12, 0));
        document.Body.ShouldBe("IREN has agreed.");
    }

    [Fact]
    public void Each_fault_of_a_file_is_told_with_its_line()
    {
        const string text = """
            ---
            headline: A
            sumary: B
            status: gone
            releaseAt: 2025-11-03
            category: Results
            featured: yes
            ---
            Words.

            <b>bold</b>
            """;

        var issues = AnnouncementFile.Read("x/a.md", text, Sample.Context).Issues.Select(i => i.ToString()).ToList();

        issues.ShouldBe([
            "x/a.md:2: `summary` is missing: add a line `summary: …`",
            "x/a.md:3: `sumary` is no known field: did you mean `summary`?",
            "x/a.md:4: `status` is `gone`: write published, scheduled, draft or withdrawn",
            "x/a.md:5: `releaseAt` is the plain date 2025-11-03: write the time and offset too, such as 2025-11-03T07:00:00-05:00, or add `timing: date_only` (or before_open, before_close, after_close)",
            "x/a.md:7: `featured` is `yes`: write true or false, without quotes",
            "x/a.md:11: raw HTML is not allowed: write it as Markdown, or write &lt; for a less-than sign",
        ]);
    }

    [Fact]
    public void A_time_without_offset_or_zone_is_refused() =>
        Fault("releaseAt", "releaseAt: 2025-11-03T07:00:00").ShouldBe(
            $"{Sample.Path}:5: `releaseAt` is `2025-11-03T07:00:00`, a time without an offset or a zone: write 2025-11-03T07:00:00-05:00, or add `zone: America/New_York`");

    [Fact]
    public void A_local_time_with_a_zone_is_an_instant() =>
        Sample.Read("releaseAt", "releaseAt: 2025-07-03 07:00\nzone: America/New_York").Document!.ReleaseAt.ShouldBe(Instant.FromUtc(2025, 7, 3, 11, 0));

    [Fact]
    public void A_time_that_does_not_exist_is_refused_with_the_two_nearest() =>
        Fault("releaseAt", "releaseAt: 2026-03-08T02:30:00\nzone: America/New_York").ShouldBe(
            $"{Sample.Path}:5: `releaseAt` is `2026-03-08T02:30:00`, which does not exist in America/New_York: the clocks go forward there; write 2026-03-08T01:30:00-05:00 or 2026-03-08T03:30:00-04:00");

    [Fact]
    public void A_time_that_exists_twice_is_refused_with_both() =>
        Fault("releaseAt", "releaseAt: 2025-11-02T01:30\nzone: America/New_York").ShouldBe(
            $"{Sample.Path}:5: `releaseAt` is `2025-11-02T01:30:00`, which exists twice in America/New_York: the clocks go back there; write 2025-11-02T01:30:00-04:00 or 2025-11-02T01:30:00-05:00");

    [Fact]
    public void An_offset_that_the_zone_does_not_have_is_refused() =>
        Fault("releaseAt", "releaseAt: 2025-07-03T07:00:00-05:00\nzone: America/New_York").ShouldContain("America/New_York is at -04:00 then");

    [Fact]
    public void An_unknown_zone_is_refused_with_the_nearest() =>
        Fault("releaseAt", "releaseAt: 2025-07-03T07:00:00\nzone: America/NewYork").ShouldBe(
            $"{Sample.Path}:6: `zone` is `America/NewYork`, which is no IANA zone: did you mean `America/New_York`?");

    [Theory]
    [InlineData("releaseAt: 2025-02-30T07:00:00Z")]
    [InlineData("releaseAt: 2025-11-03T25:00:00Z")]
    [InlineData("releaseAt: 2025-11-03T07:00:00.1234Z")]
    [InlineData("releaseAt: 2025-11-03T07:00:00+27:00")]
    [InlineData("releaseAt: tomorrow")]
    [InlineData("releaseAt: 1762156800")]
    [InlineData("releaseAt: [2025-11-03]")]
    [InlineData("releaseAt:")]
    public void What_is_no_instant_is_refused(string with) => Fault("releaseAt", with).ShouldStartWith($"{Sample.Path}:5: `releaseAt` ");

    [Fact]
    public void Published_must_have_passed_and_scheduled_must_come()
    {
        Fault("releaseAt", "releaseAt: 2027-01-01T00:00:00Z").ShouldContain("`releaseAt` is still to come (it is 2026-11-22T12:00:00Z now): write `status: scheduled`");
        Fault("status", "status: scheduled").ShouldContain("`releaseAt` has passed (it is 2026-11-22T12:00:00Z now): write `status: published`");
        Fault("releaseAt", "releaseAt: 2027-01-04\ntiming: after_close").ShouldContain("still to come");
        Sample.Read("status", "status: draft").Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Unless_exact_the_release_is_a_plain_date()
    {
        var document = Sample.Read("releaseAt", "releaseAt: 2025-11-03\ntiming: before_open").Document!;

        document.ReleaseDate.ShouldBe(new LocalDate(2025, 11, 3));
        document.ReleaseAt.ShouldBeNull();
        Fault("releaseAt", "releaseAt: 2025-11-03T07:00:00Z\ntiming: before_open").ShouldContain("with `timing: before_open` write a plain date");
    }

    [Fact]
    public void A_draft_needs_no_release_time_and_no_body() =>
        AnnouncementFile.Read(Sample.Path, "---\nheadline: A\nsummary: B\nstatus: draft\ncategory: Results\n---\n", Sample.Context).Issues.ShouldBeEmpty();

    [Fact]
    public void An_unknown_category_is_refused() =>
        Fault("category", "category: Result").ShouldBe($"{Sample.Path}:6: `category` is `Result`, which company.yml doesn't list: did you mean `Results`?");

    [Fact]
    public void A_repeated_field_is_refused() =>
        Fault("", "headline: B").ShouldBe($"{Sample.Path}:7: `headline` is here for the second time, the first is on line 2: keep one");

    [Theory]
    [InlineData("summary: *x", "alias")]
    [InlineData("summary: &x text", "anchor")]
    [InlineData("summary: !!binary aGk=", "tag")]
    [InlineData("summary: a: b", "not readable YAML")]
    [InlineData("summary: [a", "not readable YAML")]
    [InlineData("\tsummary: a", "indented with a tab")]
    public void What_is_not_plain_YAML_is_refused_on_its_line(string with, string reason)
    {
        var issue = Sample.Read("summary", with).Issues.ShouldHaveSingleItem();

        issue.Message.ShouldContain(reason);
        issue.Line.ShouldBeInRange(3, 5);
    }

    [Fact]
    public void A_summary_has_at_most_300_characters()
    {
        Sample.Read("summary", $"summary: {new string('a', 300)}").Issues.ShouldBeEmpty();
        Fault("summary", $"summary: {new string('a', 301)}").ShouldBe($"{Sample.Path}:3: `summary` is 301 characters long: cut it to 300");
    }

    [Theory]
    [InlineData("Microsoft")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a_b")]
    [InlineData("../a")]
    [InlineData("été")]
    public void A_slug_is_lower_case_letters_digits_and_hyphens(string slug) => Fault("", $"slug: {slug}").ShouldContain("`slug` is ");

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.com/a")]
    [InlineData("/relative")]
    [InlineData("https://user:pass@example.com/")]
    [InlineData("https://")]
    [InlineData("https://a b.example/")]
    public void A_source_has_a_web_address(string url) =>
        Fault("", $"sources:\n  - title: T\n    url: \"{url}\"").ShouldContain(":9: `sources[0].url` is ");

    [Theory]
    [InlineData(".nan")]
    [InlineData(".inf")]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData("\"18\"")]
    [InlineData("18%")]
    [InlineData("99999999999999999999999999999999")]
    public void A_percent_is_a_plain_finite_number(string percent) =>
        Fault("", $"pressReports:\n  - words: W\n    percent: {percent}\n    source: S").ShouldContain(":9: `pressReports[0].percent` is ");

    [Theory]
    [InlineData("\"a\\u0007b\"", "control character U+0007")]
    [InlineData("\"a\\u202eb\"", "direction control U+202E")]
    [InlineData("\"a\\u2028b\"", "line separator U+2028")]
    [InlineData("\"a\\nb\"", "line break")]
    [InlineData("a\u0085b", "control character U+0085")]
    public void Hidden_characters_are_refused(string headline, string reason) => Fault("headline", $"headline: {headline}").ShouldContain(reason);

    [Fact]
    public void Names_of_files_are_safe() => Fault("", "files:\n  - ../secret.pdf").ShouldContain(":8: `../secret.pdf` is no safe file name");

    [Fact]
    public void Tags_are_distinct_when_case_is_ignored() => Fault("", "tags: [IREN, iren]").ShouldContain("`tags[1]` repeats `iren`: keep one");

    [Fact]
    public void A_file_has_at_most_64_KB() =>
        Fault("IREN has", new string('a', 65_536)).ShouldContain(":1: the file has ");

    [Theory]
    [InlineData("headline: a\n", "does not begin with front matter")]
    [InlineData("---\nheadline: a\n", "the front matter has no end")]
    [InlineData("---\n---\nBody", "the front matter is empty")]
    [InlineData("---\n- a\n---\nBody", "is not a list of fields")]
    [InlineData("", "does not begin with front matter")]
    public void A_file_without_front_matter_is_refused(string text, string reason) =>
        Sample.Only(AnnouncementFile.Read("a.md", text, Sample.Context).Issues).ShouldContain(reason);

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        var read = AnnouncementFile.Read(Sample.Path, "\uFEFF" + Sample.Announcement.Replace("\n", "\r\n", StringComparison.Ordinal), Sample.Context);

        Sample.Json(read.Document!).ShouldBe(Sample.Json(AnnouncementFile.Read(Sample.Path, Sample.Announcement, Sample.Context).Document!));
    }

    [Fact]
    public void Folded_text_is_one_line() =>
        Sample.Read("summary", "summary: >\n  one\n  two").Document!.Summary.ShouldBe("one two");

    [Fact]
    public void The_canonical_form_is_stable()
    {
        var document = Sample.Read("", "tags: [IREN, \"a: b\", '#1']\nfeatured: true\ncontract: microsoft-ai-cloud\npressReports:\n  - {words: nearly 30%, percent: 30.50, source: Benzinga}").Document!;

        AnnouncementFile.Write(document).ShouldBe("""
            ---
            headline: AI Cloud contract with Microsoft
            summary: IREN will run GB300 systems.
            slug: microsoft-contract
            status: published
            releaseAt: 2025-11-03T12:00:00Z
            category: AI Cloud
            tags:
              - IREN
              - "a: b"
              - "#1"
            featured: true
            contract: microsoft-ai-cloud
            pressReports:
              - words: nearly 30%
                percent: 30.5
                source: Benzinga
            ---
            IREN has agreed.

            """);
        AnnouncementFile.PathOf(document, Sample.Context.Zone).ShouldBe("announcements/2025-11-03-microsoft-contract.md");
    }
}
