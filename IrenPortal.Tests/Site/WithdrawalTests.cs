using System.Net;
using AngleSharp.Html.Parser;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Importing;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Site;

/// <summary>What readers find of something withdrawn: a notice at its address, its text at its version, and nothing anywhere else.</summary>
public sealed class WithdrawalTests
{
    private const string Release = "---\nheadline: A deal with Acme\nsummary: Worth nine billion.\nstatus: published\nreleaseAt: 2026-09-01T12:00:00Z\ncategory: Corporate\ntags:\n  - Acme\ncontract: acme\n---\nAcme pays nine billion.\n";
    private const string Other = "---\nheadline: Something else\nsummary: A summary.\nstatus: published\nreleaseAt: 2026-09-02T12:00:00Z\ncategory: Corporate\n---\nOther words.\n";
    private const string Contract = "---\ntitle: The Acme contract\ncounterparty: Acme\nrole: customer\nstatus: announced\ntotalValue:\n  amount: 9000000000\n  currency: USD\nannouncement: deal\n---\nIn words.\n";
    private const string Page = "---\ntitle: About us\n---\nWe mine.\n";
    private const string Event = "---\ntitle: Investor day\nstartsAt: 2027-03-01T15:00:00Z\nwebcast: https://example.com/webcast\n---\n";
    private const string Reason = "Acme has not signed.";

    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["announcements/2026-09-01-deal.md"] = Release,
        ["announcements/2026-09-02-other.md"] = Other,
        ["contracts/acme.md"] = Contract,
        ["pages/about.md"] = Page,
        ["events/investor-day.md"] = Event,
    };

    [Theory, EachDatabase]
    public async Task A_withdrawn_announcement_leaves_a_notice_and_its_text_at_its_version(DatabaseProvider provider)
    {
        await using var portal = await PublishedAsync(provider);
        var page = await portal.Client.ReceiveAsync("/news/deal");
        var markdown = await portal.Client.ReceiveAsync("/news/deal.md");

        await WithdrawAsync(portal, "announcements/2026-09-01-deal.md", Withdrawn(Release));

        var notice = await portal.Client.ReceiveAsync("/news/deal");
        var document = new HtmlParser().ParseDocument(notice.Text);
        notice.Status.ShouldBe(HttpStatusCode.OK);
        notice.Headers.ShouldNotBe(page.Headers, "the ETag changed");
        document.QuerySelector("h1")!.TextContent.ShouldBe("A deal with Acme");
        document.QuerySelector("[role=note]")!.TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain("This release was withdrawn"), t => t.ShouldContain(Reason), t => t.ShouldContain("2026"));
        document.QuerySelector("[role=note] a")!.GetAttribute("href").ShouldBe("/news/deal?version=1");
        notice.Text.ShouldNotContain("nine billion");
        notice.Text.ShouldNotContain("NewsArticle");

        var old = await portal.Client.ReceiveAsync("/news/deal?version=1");
        old.Text.ShouldContain("Acme pays nine billion.");
        old.Text.ShouldContain(Reason);
        (await portal.Client.ReceiveAsync("/news/deal.md?version=1")).Body.ShouldBe(markdown.Body);
        var now = await portal.Client.ReceiveAsync("/news/deal.md");
        now.Text.ShouldContain("status: withdrawn\n");
        now.Text.ShouldContain($"reason: {Reason}\n");
        now.Text.ShouldNotContain("nine billion");
        await VerifiedAsync(portal);
    }

    [Theory, EachDatabase]
    public async Task Lists_home_book_and_reactions_follow_at_once_and_unknown_addresses_stay_the_same(DatabaseProvider provider)
    {
        await using var portal = await PublishedAsync(provider);
        (await portal.Client.JsonAsync("/api/v1/announcements")).Slugs().ShouldBe(["other", "deal"]);

        await WithdrawAsync(portal, "announcements/2026-09-01-deal.md", Withdrawn(Release));

        (await portal.Client.JsonAsync("/api/v1/announcements")).Slugs().ShouldBe(["other"]);
        (await portal.Client.JsonAsync("/api/v1/announcements?q=billion")).Slugs().ShouldBeEmpty();
        (await portal.Client.JsonAsync("/api/v1/reactions")).Slugs().ShouldBe(["other"]);
        foreach (var address in new[] { "/", "/news", "/news?tag=Acme", "/stock", "/stock/reactions", "/contracts/acme", "/news/other" })
        {
            (await portal.Client.GetStringAsync(address)).ShouldNotContain("A deal with Acme", customMessage: address);
        }

        (await portal.Client.ReceiveAsync("/api/v1/announcements/deal/reaction")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Client.ReceiveAsync("/news/deal?version=3")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Client.ReceiveAsync("/news/deal?version=3")).Body.ShouldBe((await portal.Client.ReceiveAsync("/news/never")).Body);
        var answer = await portal.Client.JsonAsync("/api/v1/announcements/deal");
        answer.GetProperty("bodyMarkdown").GetString().ShouldBe("");
        answer.GetProperty("withdrawn").GetProperty("reason").GetString().ShouldBe(Reason);
        answer.GetProperty("withdrawn").GetProperty("url").GetString().ShouldBe($"{portal.Address}news/deal?version=1");
        answer.GetProperty("sha256").GetString().ShouldBe((await portal.Client.ReceiveAsync("/news/deal.md")).Sha256);
        (await portal.Client.JsonAsync("/api/v1/announcements/other")).GetProperty("withdrawn").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory, EachDatabase]
    public async Task Contracts_pages_and_events_are_withdrawn_likewise(DatabaseProvider provider)
    {
        await using var portal = await PublishedAsync(provider);
        await WithdrawAsync(portal, "contracts/acme.md", Flagged(Contract));
        await WithdrawAsync(portal, "pages/about.md", Flagged(Page));
        await WithdrawAsync(portal, "events/investor-day.md", Flagged(Event));

        (await portal.Client.JsonAsync("/api/v1/contracts")).Slugs().ShouldBeEmpty();
        (await portal.Client.JsonAsync("/api/v1/contracts/acme")).GetProperty("withdrawn").GetProperty("reason").GetString().ShouldBe(Reason);
        (await portal.Client.GetStringAsync("/contracts/acme")).ShouldSatisfyAllConditions(
            t => t.ShouldContain("This contract was withdrawn"), t => t.ShouldContain("/contracts/acme?version=1"), t => t.ShouldNotContain("In words."));
        (await portal.Client.GetStringAsync("/contracts/acme?version=1")).ShouldContain("In words.");
        (await portal.Client.GetStringAsync("/news/deal")).ShouldNotContain("/contracts/acme");
        (await portal.Client.GetStringAsync("/about")).ShouldSatisfyAllConditions(t => t.ShouldContain("This page was withdrawn"), t => t.ShouldNotContain("We mine."));
        (await portal.Client.GetStringAsync("/about?version=1")).ShouldContain("We mine.");
        (await portal.Client.GetStringAsync("/")).ShouldNotContain("About us");
        (await portal.Client.GetStringAsync("/events")).ShouldSatisfyAllConditions(
            t => t.ShouldContain("Called off"), t => t.ShouldContain(Reason), t => t.ShouldNotContain("example.com/webcast"));
        (await portal.Client.GetStringAsync("/")).ShouldNotContain("Investor day");
        (await portal.Client.JsonAsync("/api/v1/events")).GetProperty("items")[0].GetProperty("withdrawn").GetProperty("reason").GetString().ShouldBe(Reason);
        await VerifiedAsync(portal);
    }

    [Theory, EachDatabase]
    public async Task A_further_edition_reinstates_it(DatabaseProvider provider)
    {
        await using var portal = await PublishedAsync(provider);
        await WithdrawAsync(portal, "announcements/2026-09-01-deal.md", Withdrawn(Release));

        await WithdrawAsync(portal, "announcements/2026-09-01-deal.md", Release.Replace("category:", "reason: Acme has signed after all.\ncategory:", StringComparison.Ordinal));

        (await portal.Client.JsonAsync("/api/v1/announcements")).Slugs().ShouldBe(["other", "deal"]);
        (await portal.Client.GetStringAsync("/news/deal")).ShouldSatisfyAllConditions(
            t => t.ShouldContain("Acme pays nine billion."), t => t.ShouldContain("Reinstated"), t => t.ShouldContain(Reason));
        (await portal.Client.GetStringAsync("/news/deal?version=2")).ShouldContain("This release was withdrawn");
        var corrections = (await portal.Client.JsonAsync("/api/v1/announcements/deal")).GetProperty("corrections").EnumerateArray().Select(c => c.GetProperty("withdraws").GetBoolean());
        corrections.ShouldBe([true, false]);
    }

    [Theory, EachDatabase]
    public async Task Only_what_was_published_can_be_withdrawn_and_only_with_a_reason(DatabaseProvider provider)
    {
        await using var portal = await PublishedAsync(provider);
        Write(portal, "announcements/2026-09-03-never.md", Withdrawn(Other));
        (await ImportAsync(portal)).Refusals.ShouldHaveSingleItem().ShouldContain("nothing of it was published");
        Write(portal, "announcements/2026-09-03-never.md", Other.Replace("status: published", "status: withdrawn", StringComparison.Ordinal));
        (await ImportAsync(portal)).Refusals.ShouldHaveSingleItem().ShouldContain("`reason` is missing");
    }

    private static string Withdrawn(string text) => text.Replace("status: published", $"status: withdrawn\nreason: {Reason}", StringComparison.Ordinal);

    private static string Flagged(string text) => text.Replace("title:", $"withdrawn: true\nreason: {Reason}\ntitle:", StringComparison.Ordinal);

    private static async Task<TestPortal> PublishedAsync(DatabaseProvider provider)
    {
        var portal = await TestPortal.StartAsync(provider, new PortalOptions { Settings = new Dictionary<string, string?> { ["Newsroom:SecondPerson"] = "Optional" } });
        foreach (var (path, text) in Files)
        {
            Write(portal, path, text);
        }

        (await ImportAsync(portal)).Refusals.ShouldBeEmpty();
        return portal;
    }

    // The clock moves, so that instants of one edition can't pass for those of another.
    private static async Task WithdrawAsync(TestPortal portal, string path, string text)
    {
        portal.Clock.Advance(Duration.FromMinutes(3));
        Write(portal, path, text);
        var report = await ImportAsync(portal);
        report.Refusals.ShouldBeEmpty();
        report.Changes.ShouldHaveSingleItem();
    }

    private static Task<ImportReport> ImportAsync(TestPortal portal) =>
        portal.Services.GetRequiredService<ContentImport>().RunAsync(portal.Stores.ContentDirectory, dryRun: false, CancellationToken.None);

    private static void Write(TestPortal portal, string path, string text)
    {
        var file = Path.Combine(portal.Stores.ContentDirectory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static async Task VerifiedAsync(TestPortal portal)
    {
        await using var store = portal.OpenPublicStore();
        (await StoreVerification.RunAsync(store, CancellationToken.None)).Fault.ShouldBeNull();
        (await store.Editions.CountAsync(e => e.Kind == EditionKind.Announcement && e.Slug == "deal" && e.Version == 1 && e.Markdown.Contains("nine billion"))).ShouldBe(1);
    }
}
