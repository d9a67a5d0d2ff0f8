using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Prices.Feeds;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Prices.Feeds;

/// <summary>Files that are dropped into the folder of prices.</summary>
public sealed class FolderPriceSourceTests(SymbolPortals portals) : IClassFixture<SymbolPortals>
{
    private const string Stamp = "20260916T160000000Z";

    [Theory, EachDatabase]
    public async Task A_dropped_file_is_taken_and_put_away_with_what_became_of_it(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());
        using var drop = new Drop(portal);
        drop.Put($"{symbol}_week.csv", "Date,Close\n2026-09-10,100\n2026-09-11,50.5\n2026-09-14,9\n");
        drop.Put($"{symbol}_week.actions.csv", "ExDate,Kind,Value\n2026-09-11,split,2\n");

        await drop.LookAsync();

        (await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).ShouldBe(MarketDesk.Header + "2026-09-10,,,,100,\n2026-09-11,,,,50.5,\n");
        drop.Files().ShouldBe([$"done/{Stamp}-{symbol}_week.actions.csv", $"done/{Stamp}-{symbol}_week.csv", $"done/{Stamp}-{symbol}_week.txt"]);
        drop.Read($"done/{Stamp}-{symbol}_week.txt").ShouldBe($"{symbol}: 3 published, 1 waits for a yes in /admin/market\n");
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        (await newsroom.PriceProposals.SingleAsync(p => p.Symbol == symbol && p.State == ProposalState.Proposed)).Source.ShouldBe($"{symbol}_week.csv");
    }

    [Theory, EachDatabase]
    public async Task Two_files_wait_beside_each_other(DatabaseProvider provider)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());
        using var drop = new Drop(portal);
        drop.Put($"{symbol}_1.csv", "Date,Close\n2026-09-10,10\n2026-09-11,100\n");
        drop.Put($"{symbol}_2.csv", "Date,Close\n2026-09-10,11\n");

        await drop.LookAsync();

        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        (await newsroom.PriceProposals.CountAsync(p => p.Symbol == symbol && p.State == ProposalState.Proposed)).ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_put_away_with_the_reason_and_stops_nothing()
    {
        var (portal, symbol) = (await portals.OnAsync(DatabaseProvider.Sqlite), portals.NewSymbol());
        using var drop = new Drop(portal);
        drop.Put("ACME.csv", "Date,Close\n2026-09-10,10\n");
        drop.Put("prices for you.csv", "Date,Close\n2026-09-10,10\n");
        drop.Put($"{symbol}_bad.csv", "Date,Close\n2026-09-10,-1\n2026-09-10,1\n");
        drop.Put($"{symbol}_good.csv", "Date,Close\n2026-09-10,10\n");
        File.CreateSymbolicLink(Path.Combine(drop.Folder, $"{symbol}_link.csv"), "/etc/hostname");

        await drop.LookAsync();

        drop.Read($"refused/{Stamp}-ACME.txt").ShouldBe("ACME.csv:1: company.yml does not list the symbol ACME: add it under symbols first\n");
        drop.Read($"refused/{Stamp}-prices for you.txt").ShouldBe("prices for you.csv:1: the name begins with no symbol: call it SYMBOL.csv or SYMBOL_anything.csv\n");
        drop.Read($"refused/{Stamp}-{symbol}_bad.txt").ShouldStartWith($"{symbol}_bad.csv:2: Close is `-1`");
        drop.Read($"refused/{Stamp}-{symbol}_link.txt").ShouldBe($"{symbol}_link.csv:1: is a link: drop the file itself\n");
        drop.Files().ShouldContain($"done/{Stamp}-{symbol}_good.csv");
        drop.Files().ShouldAllBe(f => f.Contains('/'));
        drop.Feed.Status.State.Failures.ShouldBe(0);
        drop.Feed.Status.LastFailure!.Words.ShouldContain("does not list the symbol ACME");
        drop.Feed.Status.LastSuccess!.Words.ShouldBe($"{symbol}: 1 published");
    }

    [Fact]
    public async Task A_file_that_may_still_be_written_is_left_alone()
    {
        var (portal, symbol) = (await portals.OnAsync(DatabaseProvider.Sqlite), portals.NewSymbol());
        using var drop = new Drop(portal);
        drop.Put($"{symbol}.csv", "Date,Close\n", age: Duration.FromSeconds(9));
        drop.Put($"{symbol}_x.csv", "Date,Close\n2026-09-10,10\n");
        drop.Put($"{symbol}_x.actions.csv", "ExDate,Kind,Value\n", age: Duration.FromSeconds(1));
        drop.Put("notes.md", "Read me.");

        await drop.LookAsync();

        drop.Files().ShouldBe([$"{symbol}.csv", $"{symbol}_x.actions.csv", $"{symbol}_x.csv", "notes.md"], ignoreOrder: true);
        drop.Feed.Status.LastSuccess!.Words.ShouldBe("nothing came");
    }

    [Fact]
    public async Task A_folder_that_has_gone_is_a_failure_in_words()
    {
        using var drop = new Drop(await portals.OnAsync(DatabaseProvider.Sqlite));
        Directory.Delete(drop.Folder, recursive: true);

        await drop.LookAsync();

        drop.Feed.Status.LastFailure!.Words.ShouldContain(drop.Folder);
        drop.Feed.Status.State.Failures.ShouldBe(1);
        Directory.CreateDirectory(drop.Folder);
    }

    /// <summary>A folder, and a feed that looks into it.</summary>
    private sealed class Drop : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("irenportal-prices-");

        public Drop(TestPortal portal) => Feed = ActivatorUtilities.CreateInstance<PriceFeed>(
            portal.Services, new FolderPriceSource(Folder, portal.Clock), FetchTimes.Parse("1")!, portal.Services.GetRequiredService<ILogger<PriceFeeds>>());

        public string Folder => _folder.FullName;

        public PriceFeed Feed { get; }

        public void Put(string name, string text, Duration? age = null)
        {
            var path = Path.Combine(Folder, name);
            File.WriteAllText(path, text);
            File.SetLastWriteTimeUtc(path, (PortalOptions.DefaultNow - (age ?? Duration.FromMinutes(1))).ToDateTimeUtc());
        }

        public async Task LookAsync() => (await Feed.RunDueAsync(CancellationToken.None)).ShouldBeTrue();

        public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

        public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal)];

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
