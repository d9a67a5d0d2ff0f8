using System.Collections.Immutable;
using System.Text;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Editions;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Newsroom.Review;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom;

/// <summary>
/// A process that dies at any step of a publication leaves it either not published or wholly published, and the next start
/// finishes what was begun. The steps are all database commands and commits of a release, of a correction and of a withdrawal:
/// some of each here, all of them and again up to a number of deaths where <c>KILL_POINTS</c> names one (<c>bench/kill-points.sh</c>).
/// </summary>
public sealed class KillPointTests
{
    private const string Author = StaffGuard.System;

    [Theory, EachDatabase]
    public async Task A_death_at_any_step_leaves_nothing_half_done(DatabaseProvider provider)
    {
        var fault = new FaultAtStep();
        await using var stores = await PreparedStores.CopyAsync(provider);
        var wanted = int.TryParse(Environment.GetEnvironmentVariable("KILL_POINTS"), out var asked) ? asked : 0;
        var deaths = 0;
        for (var round = 1; deaths < Math.Max(wanted, 1); round++)
        {
            deaths += await StepsAsync(stores, fault, $"release-{round}", Way.Release, every: wanted > 0 ? 1 : 4);
            deaths += await StepsAsync(stores, fault, $"correction-{round}", Way.Correction, every: wanted > 0 ? 1 : 4);
            deaths += await StepsAsync(stores, fault, $"withdrawal-{round}", Way.Withdrawal, every: wanted > 0 ? 1 : 4);
        }

        deaths.ShouldBeGreaterThanOrEqualTo(wanted > 0 ? wanted : 40);
        TestContext.Current.SendDiagnosticMessage("{0} deaths on {1}", deaths, provider);
    }

    private static ServiceProvider Start(TestStores stores, FaultAtStep fault) =>
        TestContainer.Build(stores, new Dictionary<string, string?> { ["Newsroom:SecondPerson"] = "Optional" }, fault.Interceptors);

    /// <summary>Dies once at each of the steps, each time with a new document, and looks after the restart; returns how often.</summary>
    private static async Task<int> StepsAsync(TestStores stores, FaultAtStep fault, string name, Way way, int every)
    {
        IReadOnlyList<string> steps;
        await using (var portal = Start(stores, fault))
        {
            var whole = await DocumentAsync(portal, $"{name}-whole", way);
            steps = await fault.RunAsync(0, () => ReleaseAsync(portal, whole, $"{name}-whole"));
        }

        var deaths = 0;
        for (var step = 1; step <= steps.Count; step += every)
        {
            var key = $"{name}-{step}";
            Draft document;
            IReadOnlyList<string> passed;
            await using (var dying = Start(stores, fault))
            {
                document = await DocumentAsync(dying, key, way);
                passed = await fault.RunAsync(step, () => ReleaseAsync(dying, document, key));
            }

            passed.Count.ShouldBe(step);
            await using var next = Start(stores, fault);
            await next.GetRequiredService<Reconciliation>().RunAsync(CancellationToken.None);
            await LookAsync(next, document, passed[^1], key);
            deaths++;
        }

        return deaths;
    }

    private static async Task LookAsync(ServiceProvider portal, Draft draft, string step, string key)
    {
        await using (var store = await OpenAsync(portal))
        {
            var verified = await StoreVerification.RunAsync(store, CancellationToken.None);
            verified.Fault.ShouldBeNull(step);
            var published = await VersionAsync(store, draft);
            published.ShouldBeOneOf(draft.Version - 1, draft.Version);

            await using var newsroom = await portal.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
            (await newsroom.PendingReleases.CountAsync(p => p.EndedAt == null)).ShouldBe(0, step);
            var row = await newsroom.Documents.SingleAsync(d => d.Id == draft.Id);
            row.PublishedVersion.ShouldBe(published, step);
            row.State.ShouldBe(published == draft.Version ? draft.After : draft.Before, step);
        }

        // The person tries again with the very same form: it is released once, whichever it was.
        await ReleaseAsync(portal, draft, key);
        await using var after = await OpenAsync(portal);
        (await VersionAsync(after, draft)).ShouldBe(draft.Version, step);
        var number = await after.CurrentEditions.Where(c => c.Slug == draft.Slug).Select(c => c.EditionNumber).SingleAsync();
        (await after.EditionTags.CountAsync(t => t.EditionNumber == number)).ShouldBe(draft.HasText ? 2 : 0);
        (await after.EditionFiles.CountAsync(f => f.EditionNumber == number)).ShouldBe(draft.HasText ? 1 : 0);
        (await after.Editions.Where(e => e.Slug == draft.Slug && e.Version == 1).Select(e => e.Html).SingleAsync()).ShouldBe("<p>The text.</p>\n", step);
    }

    private static Task<PublicDbContext> OpenAsync(ServiceProvider portal) => portal.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContextAsync();

    private static Task<int> VersionAsync(PublicDbContext store, Draft draft) =>
        store.Editions.Where(e => e.Slug == draft.Slug).Select(e => e.Version).OrderByDescending(v => v).FirstOrDefaultAsync();

    private static async Task ReleaseAsync(ServiceProvider portal, Draft draft, string key) =>
        await portal.GetRequiredService<ApprovalDesk>().ReleaseAsync(draft.Id, draft.Revision, Author, key, CancellationToken.None);

    private static async Task<Draft> DocumentAsync(ServiceProvider portal, string slug, Way way)
    {
        var desk = portal.GetRequiredService<DraftDesk>();
        var id = await desk.CreateAsync(EditionKind.Announcement, Author, CancellationToken.None);
        await portal.GetRequiredService<DraftMedia>().AddAsync(
            id, new MediaFile($"{slug}.csv", "text/csv", Encoding.UTF8.GetBytes("a,b\n1,2\n")), Author, CancellationToken.None);
        var values = new Dictionary<string, string>
        {
            ["headline"] = $"Headline of {slug}",
            ["summary"] = "A summary.",
            ["slug"] = slug,
            ["category"] = "Corporate",
            ["tags"] = "one\ntwo",
            ["files"] = $"{slug}.csv",
            ["body"] = "The text.",
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
        var saved = await desk.SaveAsync(id, 1, values, Author, CancellationToken.None);
        saved.Outcome.ShouldBe(SaveOutcome.Saved);
        if (way is Way.Release)
        {
            return new Draft(id, slug, saved.Revision, 1, DocumentState.Draft);
        }

        await ReleaseAsync(portal, new Draft(id, slug, saved.Revision, 1, DocumentState.Draft), $"first-{slug}");
        if (way is Way.Withdrawal)
        {
            (await portal.GetRequiredService<WithdrawDesk>().ProposeAsync(id, "It was wrong.", WithdrawDesk.Word, Author, CancellationToken.None)).ShouldBeEmpty();
            return new Draft(id, slug, saved.Revision + 1, 2, DocumentState.InReview) { HasText = false };
        }

        (await desk.CorrectAsync(id, "A figure was wrong.", Author, CancellationToken.None)).ShouldBeTrue();
        var corrected = await desk.SaveAsync(id, saved.Revision + 1, values.SetItem("body", "The corrected text.").SetItem("reason", "A figure was wrong."), Author, CancellationToken.None);
        corrected.Outcome.ShouldBe(SaveOutcome.Saved);
        return new Draft(id, slug, corrected.Revision, 2, DocumentState.Draft);
    }

    private enum Way
    {
        Release,
        Correction,
        Withdrawal,
    }

    private sealed record Draft(Guid Id, string Slug, int Revision, int Version, DocumentState Before)
    {
        public bool HasText { get; init; } = true;

        // Its author releases it alone here.
        public DocumentState After => HasText ? DocumentState.ReleasedAlone : DocumentState.Withdrawn;
    }
}
