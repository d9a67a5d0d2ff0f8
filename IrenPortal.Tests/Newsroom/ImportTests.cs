using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Importing;
using IrenPortal.Newsroom.Scheduling;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom;

/// <summary>What becomes of files that are imported beside what is there already.</summary>
public sealed class ImportTests
{
    private const string Published = """
        ---
        headline: A first headline
        summary: A summary.
        status: published
        releaseAt: 2026-09-01T12:00:00Z
        category: Corporate
        ---
        The text.

        """;

    [Theory, EachDatabase]
    public async Task One_bad_file_keeps_everything_out(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        Write(portal, "announcements/2026-09-01-first.md", Published);
        Write(portal, "announcements/2026-09-02-second.md", Published.Replace("category: Corporate", "category: Corporates", StringComparison.Ordinal));
        var before = await VersionAsync(portal);

        var report = await ImportAsync(portal);

        report.Refusals.Count.ShouldBe(1);
        report.Refusals[0].ShouldStartWith($"{portal.Stores.ContentDirectory}/announcements/2026-09-02-second.md:6: ");
        report.Refusals[0].ShouldContain("did you mean `Corporate`?");
        (await VersionAsync(portal)).ShouldBe(before);
        (await DocumentsAsync(portal)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        Write(portal, "announcements/2026-09-01-first.md", Published);
        var before = await VersionAsync(portal);

        var report = await portal.Services.GetRequiredService<ContentImport>().RunAsync(portal.Stores.ContentDirectory, dryRun: true, CancellationToken.None);

        report.Changes.ShouldBe(["released announcement first"]);
        (await VersionAsync(portal)).ShouldBe(before);
        (await DocumentsAsync(portal)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_changed_text_waits_for_a_second_person(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        Write(portal, "announcements/2026-09-01-first.md", Published);
        (await ImportAsync(portal)).Refusals.ShouldBeEmpty();
        Write(portal, "announcements/2026-09-01-first.md", Published.Replace("The text.", "The better text.", StringComparison.Ordinal));

        (await ImportAsync(portal)).Changes.ShouldBe(["correction, waiting for approval: announcement first"]);
        (await ImportAsync(portal)).Changes.ShouldBeEmpty();

        (await portal.Client.GetStringAsync("/news/first")).ShouldNotContain("The better text.");
        (await DocumentsAsync(portal)).ShouldHaveSingleItem().State.ShouldBe(DocumentState.InReview);
    }

    [Theory, EachDatabase]
    public async Task Without_a_second_person_a_changed_text_is_a_correction_at_once(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider, Alone);
        Write(portal, "announcements/2026-09-01-first.md", Published);
        await ImportAsync(portal);
        Write(portal, "announcements/2026-09-01-first.md", Published.Replace("The text.", "The better text.", StringComparison.Ordinal));

        (await ImportAsync(portal)).Changes.ShouldBe(["corrected announcement first"]);
        (await ImportAsync(portal)).Changes.ShouldBeEmpty();

        var page = await portal.Client.GetStringAsync("/news/first");
        page.ShouldContain("The better text.");
        page.ShouldContain("?version=1");
        (await portal.Client.GetStringAsync("/news/first?version=1")).ShouldContain("The text.");
    }

    [Theory, EachDatabase]
    public async Task A_scheduled_file_is_released_at_its_instant_and_not_before(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider, Alone);
        var due = PortalOptions.DefaultNow + Duration.FromMinutes(10);
        Write(portal, "announcements/soon.md", Published
            .Replace("status: published", "status: scheduled", StringComparison.Ordinal)
            .Replace("2026-09-01T12:00:00Z", due.ToString("g", null), StringComparison.Ordinal));

        (await ImportAsync(portal)).Changes.ShouldHaveSingleItem().ShouldStartWith("scheduled: announcement ");
        var document = (await DocumentsAsync(portal)).ShouldHaveSingleItem();
        document.State.ShouldBe(DocumentState.Scheduled);
        document.ReleaseAt.ShouldBe(due);
        var releases = portal.Services.GetRequiredService<DueReleases>();

        portal.Clock.Advance(Duration.FromMinutes(10) - Duration.FromMilliseconds(1));
        (await releases.ReleaseAsync(document.Id, CancellationToken.None)).Done.ShouldBeFalse();
        (await portal.Client.GetAsync("/news/soon")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);

        portal.Clock.Advance(Duration.FromMilliseconds(1));
        await ReleasedAsync(portal, document.Id);
        (await portal.Client.GetStringAsync("/api/v1/announcements/soon")).ShouldContain($"\"releasedAt\": \"{due.ToString("g", null)}\"");
    }

    [Theory, EachDatabase]
    public async Task A_contract_of_an_unreleased_announcement_stays_in_the_newsroom(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        Write(portal, "announcements/first.md", Published.Replace("status: published\nreleaseAt: 2026-09-01T12:00:00Z", "status: draft", StringComparison.Ordinal));
        Write(portal, "contracts/deal.md", "---\ntitle: A deal\ncounterparty: Somebody\nrole: customer\nstatus: announced\nannouncement: first\n---\nWords.\n");

        (await ImportAsync(portal)).Changes.Count.ShouldBe(2);

        (await DocumentsAsync(portal)).Select(d => d.State).ShouldAllBe(s => s == DocumentState.Draft);
        (await portal.Client.GetAsync("/contracts/deal")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static PortalOptions Alone => new() { Settings = new Dictionary<string, string?> { ["Newsroom:SecondPerson"] = "Optional" } };

    private static void Write(TestPortal portal, string name, string text)
    {
        var path = Path.Combine(portal.Stores.ContentDirectory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static Task<ImportReport> ImportAsync(TestPortal portal) =>
        portal.Services.GetRequiredService<ContentImport>().RunAsync(portal.Stores.ContentDirectory, dryRun: false, CancellationToken.None);

    private static async Task<long> VersionAsync(TestPortal portal)
    {
        await using var store = portal.OpenPublicStore();
        return await store.VersionAsync(CancellationToken.None);
    }

    private static async Task<List<NewsroomDocument>> DocumentsAsync(TestPortal portal)
    {
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        return await newsroom.Documents.AsNoTracking().ToListAsync();
    }

    // The release loop and this call may meet; either may be the one that releases.
    private static async Task ReleasedAsync(TestPortal portal, Guid id)
    {
        await portal.Services.GetRequiredService<DueReleases>().ReleaseAsync(id, CancellationToken.None);
        for (var look = 0; look < 200; look++)
        {
            if ((await DocumentsAsync(portal)).Single(d => d.Id == id).State.IsPublic())
            {
                return;
            }

            await Task.Delay(25);
        }

        throw new TimeoutException("The scheduled announcement was not released.");
    }
}
