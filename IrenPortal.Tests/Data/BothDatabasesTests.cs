using System.Text.RegularExpressions;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Data;

/// <summary>The same content gives the same answers, whatever keeps it.</summary>
public sealed partial class BothDatabasesTests(BothDatabasesTests.Portals portals) : IClassFixture<BothDatabasesTests.Portals>
{
    [Fact]
    public async Task Every_address_answers_with_the_same_bytes_on_both()
    {
        var sqlite = await portals.OnAsync(DatabaseProvider.Sqlite);
        var postgres = await portals.OnAsync(DatabaseProvider.Postgres);
        string[] addresses =
        [
            "/", "/news", "/news?page=2", "/news?q=gpu%20dell", "/news?party=dell", "/search?q=%249.7bn", "/search?q=run%20rate&page=2", "/search?q=mircosoft", "/api/v1/search?q=the&pageSize=100", "/news?tag=microsoft", "/contracts", "/stock?range=max&view=candles&with=QQQ", "/stock/series/QQQ.json", "/stock/markers.json", "/events", "/about",
            "/stock/reactions?flagged=leave", "/stock/reactions.csv", "/api/v1/reactions",
            "/key-figures", "/key-figures.csv", "/contracts.csv", "/fact-sheet", "/filings", "/filings.csv", "/api/v1/filings", "/verify", "/stock/history?symbol=BTC-USD", "/stock/history?date=2025-11-06", "/stock/calculator?from=2021-11-17&against=SPY&to=2026-01-02", "/stock/calculator.csv?from=2025-11-03",
            "/api/v1/announcements?pageSize=100", "/api/v1/contracts", "/api/v1/events", "/api/v1/prices/IREN", "/api/v1/prices/QQQ.csv", "/openapi/v1.json",
            .. (await sqlite.Client.JsonAsync("/api/v1/announcements?pageSize=100")).Slugs().SelectMany(s => new[] { "/news/" + s, $"/news/{s}.md", $"/news/{s}.json" }),
            .. (await sqlite.Client.JsonAsync("/api/v1/contracts")).Slugs().Select(s => "/contracts/" + s),
        ];
        foreach (var address in addresses)
        {
            var one = await sqlite.Client.ReceiveAsync(address);
            var other = await postgres.Client.ReceiveAsync(address);

            other.Status.ShouldBe(one.Status, address);
            Same(other.Text).ShouldBe(Same(one.Text), address);
        }
    }

    // A file's id is random and the head of the ledger carries the key's signature; both differ by their nature.
    private static string Same(string text) => LedgerHead().Replace(FileId().Replace(text, "/files/ID/"), "HEAD");

    [GeneratedRegex("/files/[0-9a-f]{32}/")]
    private static partial Regex FileId();

    [GeneratedRegex("<span class=\"hash\"[^>]*>[^<]*</span>")]
    private static partial Regex LedgerHead();

    public sealed class Portals : RepositoryContent
    {
        protected override PortalOptions Options => base.Options with
        {
            Settings = new Dictionary<string, string?>(base.Options.Settings) { ["Portal:PublicOrigin"] = "https://investors.example" },
        };
    }
}
