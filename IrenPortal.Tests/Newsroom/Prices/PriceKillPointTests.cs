using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom;
using IrenPortal.Newsroom.Prices;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom.Prices;

/// <summary>A process that dies at any step of a yes leaves the prices either waiting or with readers.</summary>
public sealed class PriceKillPointTests
{
    [Theory, EachDatabase]
    public async Task A_death_at_any_step_of_a_yes_leaves_nothing_half_done(DatabaseProvider provider)
    {
        var fault = new FaultAtStep();
        await using var stores = await PreparedStores.CopyAsync(provider);
        var (step, died) = (1, true);
        for (; died; step += 3)
        {
            var close = 10 + (step / 100m);
            Guid id;
            await using (var dying = Start(stores, fault))
            {
                id = await ProposeAsync(dying, close);
                var passed = await fault.RunAsync(step, () => AcceptAsync(dying, id, close));
                died = passed.Count == step;
            }

            await using var next = Start(stores, fault);
            await next.GetRequiredService<Reconciliation>().RunAsync(CancellationToken.None);
            await LookAsync(next, id, close, released: !died);
        }

        step.ShouldBeGreaterThan(20);
    }

    private static ServiceProvider Start(TestStores stores, FaultAtStep fault) =>
        TestContainer.Build(stores, new Dictionary<string, string?>(), fault.Interceptors);

    private static async Task LookAsync(ServiceProvider portal, Guid id, decimal close, bool released)
    {
        var stores = portal.GetRequiredService<IDbContextFactory<PublicDbContext>>();
        await using (var before = await stores.CreateDbContextAsync())
        {
            (await StoreVerification.RunAsync(before, CancellationToken.None)).Fault.ShouldBeNull();
        }

        await using var newsroom = await portal.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        (await newsroom.PendingReleases.CountAsync(p => p.EndedAt == null)).ShouldBe(0);
        var state = (await newsroom.PriceProposals.SingleAsync(p => p.Id == id)).State;
        state.ShouldBeOneOf(ProposalState.Released, ProposalState.Proposed);
        (state is ProposalState.Released || !released).ShouldBeTrue();

        // The person presses the button again: it is released once, whichever it was.
        await AcceptAsync(portal, id, close);
        await using var store = await stores.CreateDbContextAsync();
        (await store.NewestBars().SingleAsync(b => b.Symbol == "IREN")).Close.ShouldBe(close);
        (await store.BarRevisions.CountAsync(b => b.Close == close)).ShouldBe(1);
    }

    private static PriceFiles Files(decimal close) => new("IREN", new PriceText("iren.csv", FormattableString.Invariant($"Date,Close\n2026-09-10,{close}\n")), null);

    private static async Task<Guid> ProposeAsync(ServiceProvider portal, decimal close) => await portal.GetRequiredService<PriceDesk>().ProposeAsync(
        (await portal.GetRequiredService<PricePlanner>().ReadAsync(Files(close), CancellationToken.None)).Plan!, new PriceSender(PriceOrigin.Folder, "iren.csv", StaffGuard.System), CancellationToken.None);

    private static async Task AcceptAsync(ServiceProvider portal, Guid id, decimal close)
    {
        var plan = (await portal.GetRequiredService<PricePlanner>().ReadAsync(Files(close), CancellationToken.None)).Plan!;
        (await portal.GetRequiredService<PriceDesk>().AcceptAsync(id, plan.Digest(), looked: true, StaffGuard.System, CancellationToken.None)).ShouldNotBeNull().Issues.ShouldBeEmpty();
    }
}
