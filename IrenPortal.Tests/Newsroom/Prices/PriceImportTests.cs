using IrenPortal.Data;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Importing;
using IrenPortal.Newsroom.Prices;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Prices;

/// <summary>What <c>prices import</c> does with files.</summary>
public sealed class PriceImportTests(SymbolPortals portals) : IClassFixture<SymbolPortals>
{
    private const string Header = "Date,Open,High,Low,Close,Volume\n";

    [Theory, EachDatabase]
    public async Task An_import_adds_replaces_and_says_how_much(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());
        (await ImportAsync(portal, symbol, "2026-09-11,,,,10,\n2026-09-10,,,,9.5,\n")).Changes.ShouldHaveSingleItem().ShouldStartWith($"{symbol}: 2 bars new, 0 replaced, 0 unchanged; the store is at version ");

        var report = await ImportAsync(portal, symbol, "2026-09-14,,,,10.2,\n2026-09-11,10,10.2,9.9,10.1,1000\n2026-09-10,,,,9.50,\n", "ExDate,Kind,Value\n2026-09-14,dividend,0.1\n");

        report.Changes.ShouldHaveSingleItem().ShouldStartWith($"{symbol}: 1 bar new, 1 replaced, 1 split or dividend new or replaced, 1 unchanged; the store is at version ");
        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).ShouldBe(Header + "2026-09-10,,,,9.5,\n2026-09-11,10,10.2,9.9,10.1,1000\n2026-09-14,,,,10.2,\n");
        (await ImportAsync(portal, symbol, "2026-09-14,,,,10.2,\n")).ShouldBeEquivalentTo(new ImportReport([], []));
    }

    [Theory, EachDatabase]
    public async Task An_odd_bar_is_taken_from_an_operator_and_pointed_out(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());

        var report = await ImportAsync(portal, symbol, "2026-09-10,,,,10,\n2026-09-11,,,,100,\n");

        report.Changes.Count.ShouldBe(2);
        report.Changes[1].ShouldBe("look at 2026-09-11: the close 100 is +900.0% against 10 on 10 Sep 2026, and no split explains it");
        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).ShouldContain("2026-09-11,,,,100,");
    }

    [Theory, EachDatabase]
    public async Task A_bad_row_keeps_the_whole_file_out(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());

        var report = await ImportAsync(portal, symbol, "2026-09-10,,,,10,\n2026-09-12,,,,10,\n");

        report.Changes.ShouldBeEmpty();
        report.Refusals.ShouldHaveSingleItem().ShouldStartWith($"iren.csv:3: Date is 2026-09-12, on which the market of {symbol} did not trade");
        (await portal.Client.GetAsync($"/api/v1/prices/{symbol}.csv")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task A_close_below_a_dividend_that_readers_have_is_refused(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());
        await ImportAsync(portal, symbol, "2026-09-10,,,,10,\n2026-09-11,,,,10,\n", "ExDate,Kind,Value\n2026-09-11,dividend,2\n");

        (await ImportAsync(portal, symbol, "2026-09-10,,,,1.5,\n")).Refusals.ShouldHaveSingleItem().ShouldStartWith("iren.csv:1: with what readers have, the dividend 2");
        (await portal.Client.GetAsync("/stock")).EnsureSuccessStatusCode();
    }

    [Theory, EachDatabase]
    public async Task A_symbol_that_the_company_does_not_list_is_refused(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());

        (await ImportAsync(portal, "ACME", "2026-09-10,,,,10,\n")).Refusals.ShouldBe(["iren.csv:1: company.yml does not list the symbol ACME: add it under symbols first"]);
    }

    [Theory, EachDatabase]
    public async Task The_gate_refuses_bars_that_were_compared_with_something_older(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());
        var planner = portal.Services.GetRequiredService<PricePlanner>();
        var plan = (await planner.ReadAsync(Files(symbol, "2026-09-10,,,,10,\n"), CancellationToken.None)).Plan!;
        await portal.PublishAsync(new PricesItem("QQQ", [new BarItem(new LocalDate(2026, 9, 10), null, null, null, 500, null)]));
        var other = (await planner.ReadAsync(Files(symbol, "2026-09-10,,,,11,\n"), CancellationToken.None)).Plan!;

        (await portal.ReleaseAsync(plan.Command("first"))).Outcome.ShouldBe(GateOutcome.Released);
        var late = await portal.ReleaseAsync(other.Command("second"));

        late.Outcome.ShouldBe(GateOutcome.Refused);
        late.Issues.ShouldBe([$"prices {symbol}: they were changed since these were looked at; look again"]);
        (await portal.ReleaseAsync(plan.Command("first"))).Outcome.ShouldBe(GateOutcome.AlreadyReleased);
    }

    private static PriceFiles Files(string symbol, string rows, string? actions = null) =>
        new(symbol, new PriceText("iren.csv", Header + rows), actions is null ? null : new PriceText("iren.actions.csv", actions));

    private static Task<ImportReport> ImportAsync(TestPortal portal, string symbol, string rows, string? actions = null) =>
        portal.Services.GetRequiredService<PriceImport>().RunAsync(Files(symbol, rows, actions), CancellationToken.None);
}
