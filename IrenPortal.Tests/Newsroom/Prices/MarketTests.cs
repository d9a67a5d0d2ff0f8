using System.Net;
using AngleSharp.Dom;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Gate;
using IrenPortal.Identity.Accounts;
using IrenPortal.Newsroom.Prices;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Prices;

/// <summary>The market page as staff use it: prices are shown before they are taken.</summary>
public sealed class MarketTests(SymbolPortals portals) : IClassFixture<SymbolPortals>
{
    [Theory, EachDatabase]
    public async Task Uploaded_prices_are_shown_first_and_reach_readers_with_a_yes(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());
        using var desk = await MarketDesk.OpenAsync(portal);

        var id = await desk.ProposeAsync(symbol, "2026-09-10,,,,10,\n2026-09-11,10,10.5,9.9,10.2,1000\n");

        var page = await desk.PageAsync(id);
        Card(page, "new")!.TextContent.ShouldContain("11 Sep 2026");
        Card(page, "decide")!.TextContent.ShouldContain("2 bars new, 0 replaced, 0 unchanged.");
        page.QuerySelector("input[name=looked]").ShouldBeNull();
        (await portal.Client.GetAsync($"/api/v1/prices/{symbol}.csv")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var accepted = await desk.AcceptAsync(id);

        accepted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).ShouldBe(MarketDesk.Header + "2026-09-10,,,,10,\n2026-09-11,10,10.5,9.9,10.2,1000\n");
        (await AuditAsync(portal, id)).ShouldBe([
            ("prices.proposed", desk.UserId, $"{symbol}: 2 new, 0 replaced, 0 actions, 0 to look at"),
            ("prices.accepted", desk.UserId, $"{symbol}: 2 new, 0 replaced, 0 actions, 0 to look at"),
            ("prices.released", desk.UserId, $"store version {await VersionAsync(portal)}"),
        ]);
        Card(await desk.PageAsync(id), "decide").ShouldBeNull();
        (await desk.Browser.Client.GetStringAsync($"/admin/market/proposals/{id}/prices.csv")).ShouldBe(MarketDesk.Header + "2026-09-10,,,,10,\n2026-09-11,10,10.5,9.9,10.2,1000\n");
    }

    [Theory, EachDatabase]
    public async Task What_is_odd_needs_a_tick_and_old_and_new_stand_side_by_side(DatabaseProvider provider)
    {
        var (portal, symbol) = await StoredAsync(provider, (10, 10m), (11, 10.5m));
        using var desk = await MarketDesk.OpenAsync(portal);
        var id = await desk.ProposeAsync(symbol, "2026-09-11,,,,21,\n");

        var page = await desk.PageAsync(id);
        var cells = Card(page, "replaced")!.QuerySelectorAll("tbody td").Select(c => c.TextContent.Trim()).ToList();
        cells[..3].ShouldBe(["10.50", "21.00", "+100.0%"]);
        Card(page, "doubts")!.TextContent.ShouldContain("The close 21 replaces 10.5: +100.0%");
        using var blind = await desk.AcceptAsync(id);
        blind.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await blind.Content.ReadAsStringAsync()).ShouldContain("Some of it is odd: look at it first, and tick that you have.");
        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).ShouldContain("2026-09-11,,,,10.5,");

        (await desk.AcceptAsync(id, looked: true)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).ShouldContain("2026-09-11,,,,21,");
    }

    [Theory, EachDatabase]
    public async Task A_yes_to_what_has_changed_meanwhile_shows_the_new_comparison(DatabaseProvider provider)
    {
        var (portal, symbol) = await StoredAsync(provider, (10, 10m));
        using var desk = await MarketDesk.OpenAsync(portal);
        var id = await desk.ProposeAsync(symbol, "2026-09-10,,,,11,\n2026-09-11,,,,11.2,\n");
        var seen = await desk.DigestAsync(id);
        await portal.PublishAsync(new PricesItem(symbol, [Bar(10, 10.9m)]));

        using var late = await desk.AcceptAsync(id, digest: seen);

        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.Content.ReadAsStringAsync()).ShouldContain("this is the comparison with what they have now");
        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).ShouldBe(MarketDesk.Header + "2026-09-10,,,,10.9,\n");
        (await desk.AcceptAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).ShouldBe(MarketDesk.Header + "2026-09-10,,,,11,\n2026-09-11,,,,11.2,\n");
    }

    [Theory, EachDatabase]
    public async Task The_same_yes_twice_and_at_once_is_one_release(DatabaseProvider provider)
    {
        var (portal, symbol) = await StoredAsync(provider, (10, 10m));
        using var desk = await MarketDesk.OpenAsync(portal);
        using var second = await MarketDesk.OpenAsync(portal);
        var id = await desk.ProposeAsync(symbol, "2026-09-11,,,,10.2,\n");
        var digest = await desk.DigestAsync(id);

        await Task.WhenAll(desk.AcceptAsync(id, digest: digest), second.AcceptAsync(id, digest: digest));

        (await desk.AcceptAsync(id, digest: digest)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var store = portal.OpenPublicStore();
        (await store.BarRevisions.CountAsync(b => b.Symbol == symbol)).ShouldBe(2);
        (await AuditAsync(portal, id)).Count(a => a.Action == "prices.released").ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task What_is_rejected_stays_out(DatabaseProvider provider)
    {
        var (portal, symbol) = await StoredAsync(provider, (10, 10m));
        using var desk = await MarketDesk.OpenAsync(portal);
        var id = await desk.ProposeAsync(symbol, "2026-09-11,,,,10.2,\n");
        var digest = await desk.DigestAsync(id);

        (await desk.RejectAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await desk.AcceptAsync(id, digest: digest)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await desk.RejectAsync(id)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).ShouldNotContain("2026-09-11");
        (await AuditAsync(portal, id)).Select(a => a.Action).ShouldBe(["prices.proposed", "prices.rejected"]);
    }

    [Theory, EachDatabase]
    public async Task A_file_with_a_fault_is_refused_with_its_lines_and_nothing_is_kept(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());
        using var desk = await MarketDesk.OpenAsync(portal);

        using var answer = await desk.PostAsync(symbol, [("prices", "C:\\books\\<b>iren.csv", "Date,Close\n2026-09-10,10\n2026-09-12,10\n2026-09-11,NaN\n"u8.ToArray())]);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Identity.StaffBrowser.ParseAsync(answer);
        var lines = page.QuerySelectorAll(".errors li").Select(l => l.TextContent.Trim()).ToList();
        lines[0].ShouldStartWith($"<b>iren.csv:3: Date is 2026-09-12, on which the market of {symbol} did not trade");
        lines[1].ShouldStartWith("<b>iren.csv:4: Close is `NaN`");
        await using var newsroom = await NewsroomAsync(portal);
        (await newsroom.PriceProposals.CountAsync(p => p.Symbol == symbol)).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Pasted_rows_do_as_well_and_come_back_when_refused(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());
        using var desk = await MarketDesk.OpenAsync(portal);

        using var refused = await desk.PostAsync(symbol, [], "Date;Close\r\n2026-09-10;10\r\n");
        using var taken = await desk.PostAsync(symbol, [], "Date,Close\r\n2026-09-10,10\r\n");

        var page = await Identity.StaffBrowser.ParseAsync(refused);
        page.QuerySelector("textarea[name=rows]")!.TextContent.ShouldContain("2026-09-10;10");
        page.QuerySelector("select[name=symbol] option[selected]")!.GetAttribute("value").ShouldBe(symbol);
        page.QuerySelector(".errors")!.TextContent.ShouldContain("pasted rows:1: the cells are parted by semicolons or tabs");
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_is_no_such_form_is_refused()
    {
        var (portal, symbol) = (await portals.OnAsync(DatabaseProvider.Sqlite), portals.NewSymbol());
        using var desk = await MarketDesk.OpenAsync(portal);
        async Task<string> SaidAsync(Task<HttpResponseMessage> post, HttpStatusCode status)
        {
            using var answer = await post;
            answer.StatusCode.ShouldBe(status);
            return await answer.Content.ReadAsStringAsync();
        }

        (await SaidAsync(desk.PostAsync(symbol, []), HttpStatusCode.UnprocessableEntity)).ShouldContain("There are no prices: choose a file or paste rows.");
        (await SaidAsync(desk.PostAsync(symbol, [("prices", "a.csv", "Date,Close\n2026-09-10,1\n"u8.ToArray())], "Date,Close\n"), HttpStatusCode.UnprocessableEntity)).ShouldContain("bring one of them");
        (await SaidAsync(desk.PostAsync("ACME", [], "Date,Close\n2026-09-10,1\n"), HttpStatusCode.UnprocessableEntity)).ShouldContain("company.yml does not list the symbol ACME");
        (await SaidAsync(desk.PostAsync(symbol, [("prices", "a.csv", [0x44, 0xFF, 0xFE])]), HttpStatusCode.UnprocessableEntity)).ShouldContain("bytes that are not UTF-8");
        (await SaidAsync(desk.PostAsync(symbol, [("prices", "a.csv", new byte[(20 * 1024 * 1024) + 1])]), HttpStatusCode.UnprocessableEntity)).ShouldContain("a.csv:1: the file is larger than 20 MB");
        (await SaidAsync(desk.PostAsync(symbol, [], new string('1', 1_000_001)), HttpStatusCode.UnprocessableEntity)).ShouldContain("upload them as a file");
        await SaidAsync(desk.PostAsync(symbol, [], new string('1', 5_000_000)), HttpStatusCode.UnprocessableEntity);
        using var large = new HttpRequestMessage(HttpMethod.Post, "/admin/market/proposals") { Content = new ByteArrayContent(new byte[50 * 1024 * 1024]), Headers = { ExpectContinue = true } };
        await SaidAsync(desk.Browser.Client.SendAsync(large), HttpStatusCode.RequestEntityTooLarge);
        await SaidAsync(desk.Browser.Client.PostAsync("/admin/market/proposals", new StringContent("x")), HttpStatusCode.BadRequest);
        await SaidAsync(desk.Browser.Client.PostAsync("/admin/market/proposals", new MultipartFormDataContent { { new StringContent(symbol), "symbol" } }), HttpStatusCode.BadRequest);
        await SaidAsync(desk.Browser.Client.PostAsync($"/admin/market/proposals/{Guid.NewGuid()}/reject", new FormUrlEncodedContent([])), HttpStatusCode.BadRequest);
        await SaidAsync(desk.RejectAsync(Guid.NewGuid()), HttpStatusCode.NotFound);
        await SaidAsync(desk.AcceptAsync(Guid.NewGuid()), HttpStatusCode.NotFound);
        portal.Logs.Lines.ShouldNotContain(l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Who_was_switched_off_says_neither_yes_nor_no(DatabaseProvider provider)
    {
        var (portal, symbol) = await StoredAsync(provider, (10, 10m));
        using var desk = await MarketDesk.OpenAsync(portal);
        using var admin = await MarketDesk.OpenAsync(portal, IrenPortal.Identity.StaffRoles.Admin);
        var id = await desk.ProposeAsync(symbol, "2026-09-11,,,,10.2,\n");
        var digest = (await desk.DigestAsync(id))!;
        await portal.Services.GetRequiredService<StaffAccounts>().DisableAsync(admin.UserId, desk.UserId, CancellationToken.None);
        var prices = portal.Services.GetRequiredService<PriceDesk>();

        await Should.ThrowAsync<StaffRefusedException>(prices.AcceptAsync(id, digest, looked: true, desk.UserId, CancellationToken.None));
        await Should.ThrowAsync<StaffRefusedException>(prices.RejectAsync(id, desk.UserId, CancellationToken.None));
        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).ShouldNotContain("2026-09-11");
    }

    [Theory, EachDatabase]
    public async Task The_page_tells_how_far_each_symbol_is_and_what_came_from_whom(DatabaseProvider provider)
    {
        var (portal, symbol) = await StoredAsync(provider, (10, 10m), (11, 10.1m));
        using var desk = await MarketDesk.OpenAsync(portal);
        (await desk.AcceptAsync(await desk.ProposeAsync(symbol, "2026-09-14,,,,10.2,\n"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var rejected = await desk.ProposeAsync(symbol, "2026-09-15,,,,10.2,\n");
        await desk.RejectAsync(rejected);
        var replaced = await desk.ProposeAsync(symbol, "2026-09-15,,,,10.3,\n");
        var waiting = await desk.ProposeAsync(symbol, "2026-09-15,,,,10.4,\n");

        // The clock stands at noon in New York on Wednesday 16 September.
        var page = await desk.Browser.ReadAsync($"/admin/market?symbol={symbol}");
        var row = page.QuerySelectorAll("#symbol-table-caption ~ tbody tr").Single(r => r.QuerySelector(".strong")!.TextContent == symbol);
        row.QuerySelectorAll("td").Select(Text).ToList()[..4].ShouldBe(["10 Sep 2026", "14 Sep 2026", "3", "1 session behind"]);
        Text(row.QuerySelectorAll("td")[5]).ShouldStartWith("Upload, rows.csv");
        page.QuerySelectorAll("#waiting-table-caption ~ tbody a.strong").Select(a => a.GetAttribute("href")).ShouldContain($"/admin/market/proposals/{waiting}");
        page.QuerySelectorAll("#waiting-table-caption ~ tbody a.strong").Select(a => a.GetAttribute("href")).ShouldNotContain($"/admin/market/proposals/{replaced}");
        Outcomes(page).ShouldBe(["Replaced by a newer one", "Readers have it", "Readers have it", "Rejected"], ignoreOrder: true);
        Outcomes(await desk.Browser.ReadAsync($"/admin/market?symbol={symbol}&outcome=Rejected")).ShouldBe(["Rejected"]);
        Outcomes(await desk.Browser.ReadAsync($"/admin/market?symbol={symbol}&outcome=Released")).Count.ShouldBe(2);

        static IReadOnlyList<string> Outcomes(IDocument page) => [.. page.QuerySelectorAll("#history-table-caption ~ tbody tr td:last-child").Select(Text)];
    }

    [Theory, EachDatabase]
    public async Task Every_change_can_be_taken_along_as_csv(DatabaseProvider provider)
    {
        var (portal, symbol) = await StoredAsync(provider, (10, 10m));
        using var desk = await MarketDesk.OpenAsync(portal);
        var id = await desk.ProposeAsync(symbol, "2026-09-10,,,,10.1,5\n2026-09-11,,,,20.2,\n");

        (await desk.Browser.Client.GetStringAsync($"/admin/market/proposals/{id}/changes.csv")).ShouldBe(
            "Date,What,Open,High,Low,Close,Volume,Value,OpenBefore,HighBefore,LowBefore,CloseBefore,VolumeBefore,ValueBefore,LookAt\n" +
            "2026-09-10,replaced,,,,10.1,5,,,,,10,,,\n" +
            "2026-09-11,new,,,,20.2,,,,,,,,,\"the close 20.2 is +100.0% against 10.1 on 10 Sep 2026, and no split explains it\"\n");
    }

    private async Task<(TestPortal Portal, string Symbol)> StoredAsync(DatabaseProvider provider, params (int Day, decimal Close)[] closes)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());
        await portal.PublishAsync(new PricesItem(symbol, [.. closes.Select(c => Bar(c.Day, c.Close))]));
        return (portal, symbol);
    }

    private static BarItem Bar(int day, decimal close) => new(new LocalDate(2026, 9, day), null, null, null, close, null);

    private static IElement? Card(IDocument page, string id) => page.QuerySelector($"section[aria-labelledby={id}-title]");

    private static string Text(IElement element) => element.TextContent.Trim();

    private static async Task<long> VersionAsync(TestPortal portal)
    {
        await using var store = portal.OpenPublicStore();
        return await store.CarriedOutCommands.MaxAsync(c => c.LastNumber);
    }

    private static Task<NewsroomDbContext> NewsroomAsync(TestPortal portal) => portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();

    private static async Task<List<(string Action, string Actor, string Detail)>> AuditAsync(TestPortal portal, Guid id)
    {
        await using var newsroom = await NewsroomAsync(portal);
        var entries = await newsroom.AuditEntries.Where(a => a.Subject == id.ToString("N")).OrderBy(a => a.Number).ToListAsync();
        return [.. entries.Select(a => (a.Action, a.Actor, a.Detail))];
    }
}
