using IrenPortal.Data;
using IrenPortal.Data.Public.Search;
using IrenPortal.Gate;
using IrenPortal.Site.Published;
using IrenPortal.Site.Search;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Gate;

/// <summary>What searches find follows every release at once, and from the published editions alone.</summary>
public sealed class SearchProjectionTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task A_correction_takes_the_place_of_its_predecessor(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var first = new AnnouncementBuilder("replaced") { Headline = "Turbines bought", Body = "Seventeen turbines of oldfirm." };
        await portal.PublishAsync(first.Build());
        (await FoundAsync(portal, "turbine oldfirm")).ShouldBe(["replaced"]);

        // Both editions of one command at once: an import of an export does so.
        var second = first.Corrected("Eighteen turbines of middlefirm.");
        await portal.PublishAsync(second.Build(), second.Corrected("Nineteen turbines of newfirm.").Build());

        (await FoundAsync(portal, "turbine newfirm")).ShouldBe(["replaced"]);
        (await FoundAsync(portal, "oldfirm")).ShouldBeEmpty();
        (await FoundAsync(portal, "middlefirm")).ShouldBeEmpty();
        await using var store = portal.OpenPublicStore();
        (await store.SearchWords.AnyAsync(w => w.Word == "oldfirm" || w.Word == "middlefirm")).ShouldBeFalse();
        (await store.SearchWords.SingleAsync(w => w.Word == "newfirm")).Documents.ShouldBe(1);
        (await VerifyAsync(portal)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Phrases_beginnings_and_long_texts_are_found_alike(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var filler = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => i % 2 == 0 ? "the" : "lake"));
        await portal.PublishAsync(
            new AnnouncementBuilder("long") { Headline = "Long", Summary = "Ends in quartz.", Body = filler + " grey heron at the shore" }.Build(),
            new AnnouncementBuilder("apart") { Headline = "Apart", Summary = "A grey morning.", Body = "The heron sleeps at a shore." }.Build());

        (await FoundAsync(portal, "\"the grey heron\"")).ShouldBeEmpty();
        (await FoundAsync(portal, "\"lake grey heron\"")).ShouldBe(["long"], "a phrase beyond the positions that an index may keep");
        (await FoundAsync(portal, "heron grey")).ShouldBe(["apart", "long"]);
        (await FoundAsync(portal, "\"grey her")).ShouldBe(["long"], "an open quote may end in a beginning");
        (await FoundAsync(portal, "grey-heron sho")).ShouldBe(["long"]);
        (await FoundAsync(portal, "her grey")).ShouldBeEmpty("only the last word may be a beginning");
        (await FoundAsync(portal, "\"long ends\"")).ShouldBeEmpty("a phrase does not go from the headline on into the summary");
    }

    [Theory, EachDatabase]
    public async Task An_answer_for_a_version_that_is_past_is_begun_again(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var released = await portal.PublishAsync(new AnnouncementBuilder("moved-on") { Body = "Lighthouse." }.Build());
        var index = portal.Services.GetRequiredService<SearchIndex>();

        await Should.ThrowAsync<StoreMovedException>(() => index.FindAsync(SearchQuestion.Of("lighthouse"), released.Version - 1, ranked: true));
        (await index.FindAsync(SearchQuestion.Of("lighthouse"), released.Version, ranked: true)).Count.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_store_of_an_earlier_build_gets_its_projection_at_the_next_start(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.PublishAsync(new AnnouncementBuilder("kept") { Body = "Windmill." }.Build());
        await EmptyAsync(portal);
        (await portal.Client.GetAsync("/search?q=windmill")).StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable, "an answer would be kept until the next release");
        (await VerifyAsync(portal)).ShouldNotBeNull().ShouldContain("search projection");

        await portal.RestartAsync();

        (await FoundAsync(portal, "windmill")).ShouldBe(["kept"]);
        (await VerifyAsync(portal)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task A_forged_index_is_found_out(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.PublishAsync(new AnnouncementBuilder("true-words") { Headline = "True words" }.Build());
        await using var store = portal.OpenPublicWriter();
        var number = await store.Searchable().Select(e => e.Number).SingleAsync(n => store.Editions.Any(e => e.Number == n && e.Slug == "true-words"));
        await store.Database.ExecuteSqlRawAsync(
            database is DatabaseProvider.Sqlite
                ? "UPDATE \"SearchIndex\" SET \"Headline\" = 'false words', \"Lead\" = 'true word', \"Everything\" = 'true word' WHERE rowid = {0}"
                : "UPDATE public_site.\"SearchIndex\" SET \"Headline\" = array_to_tsvector(ARRAY['false', 'words']) WHERE \"Number\" = {0}",
            number);

        (await VerifyAsync(portal)).ShouldNotBeNull().ShouldContain($"edition {number}: the search index");
    }

    private static async Task EmptyAsync(TestPortal portal)
    {
        await using var store = portal.OpenPublicWriter();
        await store.SearchEntries.ExecuteDeleteAsync();
        await store.SearchWords.ExecuteDeleteAsync();
        await store.Database.ExecuteSqlRawAsync(store.Database.IsSqlite() ? "INSERT INTO \"SearchIndex\" (\"SearchIndex\") VALUES ('delete-all')" : "DELETE FROM public_site.\"SearchIndex\"");
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(TestPortal portal, string words) =>
        (await portal.Client.JsonAsync("/api/v1/announcements?q=" + Uri.EscapeDataString(words))).Slugs().Order(StringComparer.Ordinal).ToList();

    private static async Task<string?> VerifyAsync(TestPortal portal)
    {
        await using var store = portal.OpenPublicStore();
        return (await StoreVerification.RunAsync(store, CancellationToken.None)).Fault;
    }
}
