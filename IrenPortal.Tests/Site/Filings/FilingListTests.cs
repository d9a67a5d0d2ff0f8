using IrenPortal.Content;
using IrenPortal.Site.Filings;
using IrenPortal.Site.Published;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site.Filings;

/// <summary>What the page of filings says, and where its links lead.</summary>
public sealed class FilingListTests
{
    private const string Cik = "0001878848";

    private static readonly Filing[] Filings =
    [
        new("0001878848-26-000052", "10-K", new LocalDate(2026, 8, 27), new LocalDate(2026, 6, 30), null, "", 1, true, true, "iren-20260630.htm", "10-K"),
        new("0001140361-25-040072", "8-K/A", new LocalDate(2025, 11, 3), null, null, "1.01,9.01", 1, false, false, "x/a.htm", "Amendment of the contract"),
        new("0001140361-25-033216", "ZZ-1", new LocalDate(2025, 8, 28), null, null, "", null, false, false, "", ""),
    ];

    [Fact]
    public async Task A_row_says_what_the_filing_is_and_names_its_links_apart()
    {
        var page = await Render.Document<FilingsPage>(("View", View(new FilingQuery())));

        page.QuerySelectorAll("tbody tr").Select(r => r.Said()).ShouldBe(
        [
            "27 Aug 2026 10-K Annual report, 10-K of 27 Aug 2026 for 30 Jun 2026 All documents, 10-K of 27 Aug 2026 Inline XBRL, 10-K of 27 Aug 2026",
            "3 Nov 2025 8-K/A Current report, amended, 8-K/A of 3 Nov 2025 Amendment of the contract, items 1.01, 9.01 All documents, 8-K/A of 3 Nov 2025",
            "28 Aug 2025 ZZ-1 Form ZZ-1 All documents, ZZ-1 of 28 Aug 2025",
        ]);
        page.QuerySelectorAll("main a[href^='https://www.sec.gov/Archives']").Length.ShouldBe(5);
        page.QuerySelectorAll("select[name=form] option").Select(o => o.TextContent).ShouldBe(["All forms", "10-K: Annual report (1)", "8-K/A: Current report, amended (1)", "ZZ-1 (1)"]);
        page.QuerySelectorAll("select[name=year] option").Select(o => o.TextContent).ShouldBe(["All years", "2026 (1)", "2025 (2)"]);
    }

    [Fact]
    public async Task Filters_leave_what_they_say_and_count_by_the_other_one()
    {
        var page = await Render.Document<FilingsPage>(("View", View(new FilingQuery("8-K/A", 2025))));

        page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().Said().ShouldStartWith("3 Nov 2025 8-K/A");
        page.QuerySelector("select[name=year] option[selected]")!.TextContent.ShouldBe("2025 (1)");
        page.QuerySelectorAll("select[name=form] option").Select(o => o.TextContent).ShouldBe(["All forms", "8-K/A: Current report, amended (1)", "ZZ-1 (1)"]);
        page.QuerySelector(".data a")!.GetAttribute("href").ShouldBe("/filings.csv?form=8-K%2FA&year=2025");
    }

    [Theory]
    [InlineData("https://www.sec.gov/Archives/edgar/data/1878848/000114036125040072/ef20058139_8k.htm", "0001140361-25-040072")]
    [InlineData("https://www.sec.gov/Archives/edgar/data/1878848/000114036126023427/", "0001140361-26-023427")]
    [InlineData("https://www.sec.gov/Archives/edgar/data/1878848/000114036125040072/0001140361-25-040072-index.htm", "0001140361-25-040072")]
    [InlineData("https://data.sec.gov/x?n=0001140361-25-040072", "0001140361-25-040072")]
    [InlineData("https://www.sec.gov/Archives/edgar/data/1878848/", null)]
    [InlineData("https://notsec.gov/000114036125040072/a.htm", null)]
    [InlineData("https://example.com/000114036125040072/a.htm", null)]
    [InlineData("https://www.sec.gov/10001140361250400720/a.htm", null)]
    [InlineData("not an address", null)]
    public void A_release_belongs_to_the_filing_that_a_source_at_the_agency_names(string url, string? number) => FilingLinks.AccessionNumberIn(url).ShouldBe(number);

    private static FilingsView View(FilingQuery query) => FilingsView.Of(
        Sample.Chrome with { Company = Sample.Company with { Cik = Cik } }, new FilingBook(Cik, Filings, Array.Empty<PublishedAnnouncement>().ToLookup(a => a.Slug)), query);
}
