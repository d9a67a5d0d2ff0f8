using IrenPortal.Data;
using IrenPortal.Gate;
using IrenPortal.Hosting;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Tests.Gate;

public sealed class ReleaseTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task A_released_announcement_is_in_the_public_store_and_the_ledger_holds(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);

        var result = await portal.PublishAsync(new AnnouncementBuilder("first-release").Build());

        result.Outcome.ShouldBe(GateOutcome.Released);
        await using var store = portal.OpenPublicStore();
        (await store.Editions.SingleAsync(e => e.Slug == "first-release")).Version.ShouldBe(1);
        (await StoreVerification.RunAsync(store, CancellationToken.None)).Fault.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task The_same_key_again_changes_nothing_and_gives_the_first_answer(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var command = new ReleaseCommand("one-key", new AnnouncementBuilder("released-once").Build());

        var first = await portal.ReleaseAsync(command);
        portal.Clock.Advance(Duration.FromMinutes(1));
        var second = await portal.ReleaseAsync(command);

        second.Outcome.ShouldBe(GateOutcome.AlreadyReleased);
        (second.Version, second.At).ShouldBe((first.Version, first.At));
        second.Versions.ShouldBe(first.Versions);
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_released_before_its_instant(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var time = portal.Clock.Now.ToMilliseconds() + Duration.FromHours(1);
        var item = new AnnouncementBuilder("embargoed") { ReleasedAt = time, NotBefore = time }.Build();

        portal.Clock.Now = time - Duration.FromMilliseconds(1);
        var early = await portal.ReleaseAsync(new ReleaseCommand("early", item));
        await using var store = portal.OpenPublicStore();
        var known = await store.Editions.AnyAsync(e => e.Slug == "embargoed");
        portal.Clock.Now = time;
        var punctual = await portal.ReleaseAsync(new ReleaseCommand("early", item));

        early.Outcome.ShouldBe(GateOutcome.Early);
        early.Issues.ShouldHaveSingleItem().ShouldContain("has not come");
        known.ShouldBeFalse();
        punctual.Outcome.ShouldBe(GateOutcome.Released);
        punctual.At.ShouldBe(time);
    }

    [Theory, EachDatabase]
    public async Task Another_file_under_a_published_name_is_refused_and_nothing_changes(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        await portal.PublishAsync(new AnnouncementBuilder("with-file") { Files = [new FileItem("deck.pdf", "application/pdf", [1, 2, 3], true)] }.Build());

        var refused = await portal.ReleaseAsync(new ReleaseCommand("clash",
            new AnnouncementBuilder("no-clash").Build(),
            new AnnouncementBuilder("with-clash") { Files = [new FileItem("deck.pdf", "application/pdf", [9], true)] }.Build()));

        refused.Outcome.ShouldBe(GateOutcome.Refused);
        refused.Issues.ShouldHaveSingleItem().ShouldContain("deck.pdf");
        await using var store = portal.OpenPublicStore();
        (await store.Editions.AnyAsync(e => e.Slug == "no-clash")).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Text_made_for_an_older_version_is_refused(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var first = new AnnouncementBuilder("corrected-twice");
        await portal.PublishAsync(first.Build());
        await portal.PublishAsync(first.Corrected("Better.").Build());

        var stale = await portal.ReleaseAsync(new ReleaseCommand("stale", first.Corrected("Made from version 1.").Build()));
        var taken = await portal.ReleaseAsync(new ReleaseCommand("taken", first.Build()));

        stale.Issues.ShouldHaveSingleItem().ShouldContain("version 2 is published");
        taken.Issues.ShouldHaveSingleItem().ShouldContain("taken");
    }

    [Theory, EachDatabase]
    public async Task What_is_public_already_makes_no_new_edition(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var item = new AnnouncementBuilder("said-twice");
        await portal.PublishAsync(item.Build());

        var again = await portal.ReleaseAsync(new ReleaseCommand("again", (item with { BaseVersion = 1 }).Build()));

        again.Outcome.ShouldBe(GateOutcome.Unchanged);
    }

    [Theory, EachDatabase]
    public async Task A_thrown_away_host_finds_its_releases_again(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database, new PortalOptions { Role = PortalRole.Newsroom });
        var released = await portal.PublishAsync(new AnnouncementBuilder("kept").Build());

        await portal.RestartAsync();

        await using var store = portal.OpenPublicStore();
        var verified = await StoreVerification.RunAsync(store, CancellationToken.None);
        (verified.Entries, verified.Fault).ShouldBe((released.Version, null));
    }
}
