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
        await using var portal = await TestPortal.StartAsync(provider, new PortalOptions
        {
            Interceptors = fault.Interceptors,
            Settings = new Dictionary<string, string?> { ["Newsroom:SecondPerson"] = "Optional" },
        });

        var releases = await StepsAsync(portal, fault, "release", correction: false);
        var corrections = await StepsAsync(portal, fault, "correction", correction: true);
        (releases + corrections).ShouldBeGreaterThanOrEqualTo(50);
    }

    /// <summary>Dies once at each step, each time with a new document, and looks after the restart.</summary>
    private static async Task<int> StepsAsync(TestPortal portal, FaultAtStep fault, string name, bool correction)
    {
        var whole = await DocumentAsync(portal, $"{name}-whole", correction);
        var steps = await fault.RunAsync(0, () => ReleaseAsync(portal, whole, "whole"));
        for (var step = 1; step <= steps.Count; step++)
        {
            var document = await DocumentAsync(portal, $"{name}-{step}", correction);
            var key = $"{name}-{step}";
            var passed = await fault.RunAsync(step, () => ReleaseAsync(portal, document, key));
            passed.Count.ShouldBe(step);

            await portal.RestartAsync();
            await LookAsync(portal, document, passed[^1], key);
        }

        return steps.Count;
    }

    private static async Task LookAsync(TestPortal portal, Draft draft, string step, string key)
    {
        await using (var store = portal.OpenPublicStore())
        {
            var verified = await StoreVerification.RunAsync(store, CancellationToken.None);
            verified.Fault.ShouldBeNull(step);
            var published = await VersionAsync(store, draft);
            published.ShouldBeOneOf(draft.Version - 1, draft.Version);

            await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
            (await newsroom.PendingReleases.CountAsync(p => p.EndedAt == null)).ShouldBe(0, step);
            var row = await newsroom.Documents.SingleAsync(d => d.Id == draft.Id);
            row.PublishedVersion.ShouldBe(published, step);
            row.State.ShouldBe(published == draft.Version ? DocumentState.Released : DocumentState.Draft, step);
        }

        // The person tries again with the very same form: it is released once, whichever it was.
        await ReleaseAsync(portal, draft, key);
        await using var after = portal.OpenPublicStore();
        (await VersionAsync(after, draft)).ShouldBe(draft.Version, step);
        var number = await after.CurrentEditions.Where(c => c.Slug == draft.Slug).Select(c => c.EditionNumber).SingleAsync();
        (await after.EditionTags.CountAsync(t => t.EditionNumber == number)).ShouldBe(2);
        (await after.EditionFiles.CountAsync(f => f.EditionNumber == number)).ShouldBe(1);
    }

    private static Task<int> VersionAsync(PublicDbContext store, Draft draft) =>
        store.Editions.Where(e => e.Slug == draft.Slug).Select(e => e.Version).OrderByDescending(v => v).FirstOrDefaultAsync();

    private static async Task ReleaseAsync(TestPortal portal, Draft draft, string key) =>
        await portal.Services.GetRequiredService<ReviewDesk>().ReleaseAsync(draft.Id, draft.Revision, Author, key, CancellationToken.None);

    private static async Task<Draft> DocumentAsync(TestPortal portal, string slug, bool correction)
    {
        var desk = portal.Services.GetRequiredService<DraftDesk>();
        var id = await desk.CreateAsync(EditionKind.Announcement, Author, CancellationToken.None);
        await portal.Services.GetRequiredService<DraftMedia>().AddAsync(
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
        (await desk.CorrectAsync(id, Author, CancellationToken.None)).ShouldBeTrue();
        var corrected = await desk.SaveAsync(id, saved.Revision + 1, values.SetItem("body", "The corrected text.").SetItem("reason", "A figure was wrong."), Author, CancellationToken.None);
        corrected.Outcome.ShouldBe(SaveOutcome.Saved);
        return new Draft(id, slug, corrected.Revision, 2);
    }

    private sealed record Draft(Guid Id, string Slug, int Revision, int Version);
}
