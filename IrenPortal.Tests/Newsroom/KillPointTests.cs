using System.Collections.Immutable;
using System.Text;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Newsroom.Review;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom;

/// <summary>
/// A process that dies at any step of a publication leaves it either not published or wholly published, and the next start
/// finishes what was begun. The steps are all database commands and commits of a release and of a correction.
/// </summary>
public sealed class KillPointTests
{
    private const string Author = StaffGuard.System;

    [Theory, EachDatabase]
    public async Task A_death_at_any_step_leaves_nothing_half_done(DatabaseProvider provider)
    {
        var fault = new FaultAtStep();
        await using var stores = await PreparedStores.CopyAsync(provider);
        var releases = await StepsAsync(stores, fault, "release", correction: false, every: 1);
        var corrections = await StepsAsync(stores, fault, "correction", correction: true, every: 4);
        (releases + corrections).ShouldBeGreaterThanOrEqualTo(50);
    }

    private static ServiceProvider Start(TestStores stores, FaultAtStep fault) =>
        TestContainer.Build(stores, new Dictionary<string, string?> { ["Newsroom:SecondPerson"] = "Optional" }, fault.Interceptors);

    /// <summary>Dies once at each of the steps, each time with a new document, and looks after the restart; returns how often.</summary>
    private static async Task<int> StepsAsync(TestStores stores, FaultAtStep fault, string name, bool correction, int every)
    {
        IReadOnlyList<string> steps;
        await using (var portal = Start(stores, fault))
        {
            var whole = await DocumentAsync(portal, $"{name}-whole", correction);
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
                document = await DocumentAsync(dying, key, correction);
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
            row.State.ShouldBe(published == draft.Version ? DocumentState.Released : DocumentState.Draft, step);
        }

        // The person tries again with the very same form: it is released once, whichever it was.
        await ReleaseAsync(portal, draft, key);
        await using var after = await OpenAsync(portal);
        (await VersionAsync(after, draft)).ShouldBe(draft.Version, step);
        var number = await after.CurrentEditions.Where(c => c.Slug == draft.Slug).Select(c => c.EditionNumber).SingleAsync();
        (await after.EditionTags.CountAsync(t => t.EditionNumber == number)).ShouldBe(2);
        (await after.EditionFiles.CountAsync(f => f.EditionNumber == number)).ShouldBe(1);
    }

    private static Task<PublicDbContext> OpenAsync(ServiceProvider portal) => portal.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContextAsync();

    private static Task<int> VersionAsync(PublicDbContext store, Draft draft) =>
        store.Editions.Where(e => e.Slug == draft.Slug).Select(e => e.Version).OrderByDescending(v => v).FirstOrDefaultAsync();

    private static async Task ReleaseAsync(ServiceProvider portal, Draft draft, string key) =>
        await portal.GetRequiredService<ReviewDesk>().ReleaseAsync(draft.Id, draft.Revision, Author, key, CancellationToken.None);

    private static async Task<Draft> DocumentAsync(ServiceProvider portal, string slug, bool correction)
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
        if (!correction)
        {
            return new Draft(id, slug, saved.Revision, 1);
        }

        await ReleaseAsync(portal, new Draft(id, slug, saved.Revision, 1), $"first-{slug}");
        (await desk.CorrectAsync(id, "A figure was wrong.", Author, CancellationToken.None)).ShouldBeTrue();
        var corrected = await desk.SaveAsync(id, saved.Revision + 1, values.SetItem("body", "The corrected text.").SetItem("reason", "A figure was wrong."), Author, CancellationToken.None);
        corrected.Outcome.ShouldBe(SaveOutcome.Saved);
        return new Draft(id, slug, corrected.Revision, 2);
    }

    private sealed record Draft(Guid Id, string Slug, int Revision, int Version);
}
