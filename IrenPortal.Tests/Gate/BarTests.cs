using IrenPortal.Data;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Tests.Gate;

/// <summary>Bars on their way into the public store: many at once, replaced, and proved.</summary>
public sealed class BarTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    private static readonly LocalDate First = new(2024, 1, 1);

    [Theory, EachDatabase]
    public async Task Bars_beyond_one_statement_are_kept_in_every_figure_and_covered_by_the_ledger(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        IReadOnlyList<BarItem> full = [.. Enumerable.Range(0, 130).Select(i => new BarItem(First.PlusDays(i), 10.25m + i, 12m + i, 9.1234m + i, 11.5m + i, 1_000_000_000_000 + i))];
        IReadOnlyList<BarItem> closes = [.. full.Select(b => b with { Open = null, High = null, Low = null, Volume = null })];

        await portal.PublishAsync(new ReleaseCommand("many-bars", [], [new PricesItem("FULL", full), new PricesItem("CLOSES", closes)], []));

        (await InForceAsync(portal, "FULL")).ShouldBe(full);
        (await InForceAsync(portal, "CLOSES")).ShouldBe(closes);
        await VerifiedAsync(portal);
    }

    [Theory, EachDatabase]
    public async Task A_replaced_bar_is_in_force_and_the_old_one_stays_in_the_store(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var (monday, tuesday) = (new BarItem(First, 1, 2, 1, 1.5m, 7), new BarItem(First.PlusDays(1), 2, 3, 2, 2.5m, 8));
        await portal.PublishAsync(new PricesItem("REPLACED", [monday]));

        var replaced = monday with { Close = 1.75m };
        await portal.PublishAsync(new PricesItem("REPLACED", [replaced, tuesday]));
        var again = await portal.PublishAsync(new PricesItem("REPLACED", [replaced, tuesday]));

        again.Outcome.ShouldBe(GateOutcome.Unchanged);
        (await InForceAsync(portal, "REPLACED")).ShouldBe([replaced, tuesday]);
        await using var store = portal.OpenPublicStore();
        (await store.BarRevisions.CountAsync(b => b.Symbol == "REPLACED")).ShouldBe(3);
        await VerifiedAsync(portal);
    }

    private static async Task<List<BarItem>> InForceAsync(TestPortal portal, string symbol)
    {
        await using var store = portal.OpenPublicStore();
        return await store.NewestBars().Where(b => b.Symbol == symbol).OrderBy(b => b.Date)
            .Select(b => new BarItem(b.Date, b.Open, b.High, b.Low, b.Close, b.Volume)).ToListAsync();
    }

    private static async Task VerifiedAsync(TestPortal portal)
    {
        await using var store = portal.OpenPublicStore();
        (await StoreVerification.RunAsync(store, CancellationToken.None)).Fault.ShouldBeNull();
    }
}
