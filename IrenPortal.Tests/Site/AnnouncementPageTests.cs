using System.Text.Json;
using AngleSharp.Dom;
using IrenPortal.Market.Calendar;
using IrenPortal.Site.Editions;
using IrenPortal.Site.News;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class AnnouncementPageTests
{
    private static Task<IDocument> Page(AnnouncementView view) => Render.Document<AnnouncementPage>(("View", view));

    private static string[] Fact(IDocument page, string label) =>
        [.. page.QuerySelectorAll("dl dt").Single(d => d.Words() == label).ParentElement!.QuerySelectorAll("dd").Select(d => d.Words())];

    [Fact]
    public async Task The_contract_is_summed_up_in_figures_and_the_derived_ones_say_how()
    {
        var page = await Page(Sample.Announcement);
        Fact(page, "Total contract value").ShouldBe(["About $9.7bn"]);
        Fact(page, "Term").ShouldBe(["5 years", "average, through 2031"]);
        Fact(page, "Prepayment").ShouldBe(["20%", "20% of each tranche, paid before delivery"]);
        Fact(page, "IT load").ShouldBe(["200 MW", "In 2 phases"]);
        Fact(page, "Systems").ShouldBe(["NVIDIA GB300, liquid-cooled"]);
        Fact(page, "Site").ShouldBe(["Childress, Texas"]);
        Fact(page, "Prepayment in money")[0].ShouldBe("About $1.94bn");
        Fact(page, "Prepayment in money")[1].ShouldStartWith("Derived:");
        Fact(page, "Value a year")[0].ShouldBe("About $1.94bn");
        Fact(page, "Value a year")[1].ShouldStartWith("Derived:");
    }

    [Fact]
    public async Task A_minute_that_is_not_known_is_never_printed()
    {
        var head = (await Page(Sample.Announcement)).QuerySelector("header.release")!;
        head.QuerySelector("time")!.GetAttribute("datetime").ShouldBe("2025-11-03");
        head.Words().ShouldStartWith("3 Nov 2025 Before the open AI Cloud");
        head.Words().ShouldNotContain("ET");
    }

    [Fact]
    public async Task A_known_instant_is_printed_in_New_York_time_and_UTC()
    {
        var exact = Sample.Announcement with
        {
            Document = Sample.Document with { Timing = ReleaseTiming.Exact, ReleaseDate = null, ReleaseAt = Instant.FromUtc(2025, 11, 3, 11, 30) },
        };
        var page = await Page(exact);
        page.QuerySelector("header.release").Words().ShouldStartWith("3 Nov 2025, 06:30 ET 11:30 UTC Before the open");
        page.QuerySelector("header.release time")!.GetAttribute("datetime").ShouldBe("2025-11-03T11:30:00Z");
        page.QuerySelector(".ruler svg")!.GetAttribute("aria-label").ShouldBe("Released 06:30 ET, three hours before the open");
    }

    [Fact]
    public async Task Data_file_sources_hash_and_person_stand_beside_the_text()
    {
        var side = (await Page(Sample.Announcement)).QuerySelector("aside.side")!;
        side.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe(
        [
            "/news/microsoft-ai-cloud-contract.pdf", "/news/microsoft-ai-cloud-contract.md", "/news/microsoft-ai-cloud-contract.json", "/news/microsoft-ai-cloud-contract.ninjs.json", "/alerts", "/contracts/microsoft-ai-cloud",
            "/files/1/terms.csv", "https://www.sec.gov/x", "/verify?sha256=" + Sample.Hash, "/verify/ledger", "mailto:ir@iren.com",
        ]);
        side.Words().ShouldContain("CSV, 771 bytes");
        side.Words().ShouldContain(Sample.Hash);
    }

    [Fact]
    public async Task Tags_lead_to_the_list_and_neighbours_to_each_other()
    {
        var page = await Page(Sample.Announcement);
        page.QuerySelectorAll(".tags a").Select(a => a.GetAttribute("href")).ShouldBe(["/news?tag=IREN", "/news?tag=Nvidia%20GPUs"]);
        page.QuerySelectorAll("nav.neighbours a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("/news/notes");
    }

    [Fact]
    public async Task A_correction_says_when_why_and_where_the_first_text_is()
    {
        var page = await Page(Sample.Announcement with
        {
            Version = 2, LatestVersion = 2, Corrections = [new Correction(2, Instant.FromUtc(2025, 11, 3, 13, 10), "The term is an average.")],
        });
        var notice = page.QuerySelector(".notice")!;
        notice.Words().ShouldBe("Corrected 3 Nov 2025, 08:10 ET. The term is an average. What version 1 said");
        notice.QuerySelector("a")!.GetAttribute("href").ShouldBe("/news/microsoft-ai-cloud-contract?version=1");
    }

    [Fact]
    public async Task An_earlier_version_says_that_it_is_one_and_keeps_the_address_of_the_current_one()
    {
        var page = await Page(Sample.Announcement with { Version = 1, LatestVersion = 2 });
        page.QuerySelector(".notice").Words().ShouldStartWith("This is version 1, kept for the record.");
        page.QuerySelector(".notice a")!.GetAttribute("href").ShouldBe("/news/microsoft-ai-cloud-contract");
        page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("https://ir.example/news/microsoft-ai-cloud-contract");
    }

    [Fact]
    public async Task Reported_figures_are_marked()
    {
        var page = await Page(Sample.Announcement with { Document = Sample.Document with { Reported = true } });
        page.QuerySelector("article.announcement").Words().ShouldContain("As reported, not checked against the filing.");
    }

    [Fact]
    public async Task Newer_releases_on_the_same_contract_are_named_above_the_text()
    {
        var page = await Page(Sample.Announcement with { Later = [new ReleaseLink("horizon-1", "Horizon 1 accepted", new LocalDate(2026, 8, 13))] });
        page.QuerySelector(".notes").Words().ShouldStartWith("Since this release. Horizon 1 accepted, 13 Aug 2026.");
    }

    [Fact]
    public async Task A_draft_offers_no_public_data_and_no_proof()
    {
        var page = await Render.Document<AnnouncementArticle>(("View", Sample.Announcement with
        {
            Version = 0, LatestVersion = 0, Sha256 = null, Document = Sample.Document with { ReleaseDate = null, Timing = ReleaseTiming.Exact },
        }));
        page.QuerySelector("header.release").Words().ShouldStartWith("Release time not set");
        page.QuerySelectorAll("a[href$='.md'], a[href$='.json'], a[href='/api/v1/ledger']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Engines_get_the_article_as_data_that_cannot_break_out_of_its_block()
    {
        var page = await Page(Sample.Announcement with { Document = Sample.Document with { Headline = "</script><b>x" } });
        var blocks = page.QuerySelectorAll("script:not([src])");
        blocks.ShouldAllBe(b => b.GetAttribute("type") == "application/ld+json" && !b.TextContent.Contains('<'));
        blocks.Select(b => JsonDocument.Parse(b.TextContent).RootElement.GetProperty("@type").GetString()).ShouldBe(["NewsArticle", "BreadcrumbList"]);
        using var json = JsonDocument.Parse(blocks[0].TextContent);
        json.RootElement.GetProperty("@type").GetString().ShouldBe("NewsArticle");
        json.RootElement.GetProperty("headline").GetString().ShouldBe("</script><b>x");
        json.RootElement.GetProperty("datePublished").GetString().ShouldBe("2025-11-03");
        page.QuerySelectorAll("style, [style]").ShouldBeEmpty();
    }
}
