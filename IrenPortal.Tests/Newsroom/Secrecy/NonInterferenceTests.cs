using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Site.Live;
using IrenPortal.Site.Search;
using IrenPortal.Tests.Site.Live;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Secrecy;

/// <summary>
/// What is unreleased changes nothing that anyone can see: two portals on copies of the same stores, one of them full of
/// secrets, answer alike.
/// </summary>
public sealed class NonInterferenceTests
{
    private const int Pairs = 1000;

    [Theory, EachDatabase]
    public async Task Two_portals_of_which_one_holds_secrets_answer_byte_for_byte_alike(DatabaseProvider provider)
    {
        await using var quiet = await StartAsync(provider);
        await using var full = await StartAsync(provider);
        var items = await MarkedItems.WriteAsync(full);
        items.Marks.Count.ShouldBeGreaterThan(300);
        var addresses = (await GuessedAddresses.OfAsync(full, items, Wanted)).Take(Wanted).ToList();

        var different = await DifferencesAsync(quiet, full, addresses);

        different.ShouldBeEmpty();
        addresses.Count.ShouldBe(Wanted);
        full.Logs.Lines.ShouldNotContain(l => l.Contains(MarkedItems.Mark, StringComparison.OrdinalIgnoreCase));
        (await PublicTextAsync(full)).ShouldBe(await PublicTextAsync(quiet));
        (await StreamedAsync(full)).ShouldBe(await StreamedAsync(quiet));
        if (provider is DatabaseProvider.Sqlite)
        {
            await NothingOnDiskAsync(full);
        }

        await using var quietReader = await quiet.StartReaderAsync();
        await using var fullReader = await full.StartReaderAsync();
        (await DifferencesAsync(quietReader, fullReader, [.. addresses.Take(200)])).ShouldBeEmpty();
        fullReader.Logs.Lines.ShouldNotContain(l => l.Contains(MarkedItems.Mark, StringComparison.OrdinalIgnoreCase));

        // The comparison would see a leak: it sees the release.
        using var stream = (await LiveReader.OpenAsync(full.Client)).Reader;
        foreach (var portal in new[] { quiet, full })
        {
            portal.Clock.Advance(Duration.FromDays(30));
        }

        var released = $"/news/{items.Slugs[1].Slug}";
        await WaitAsync(full, released);
        (await DifferencesAsync(quiet, full, ["/", "/news", "/api/v1/ledger", released])).Count.ShouldBe(4);
        items.Slugs.Select(s => s.Slug).ShouldContain((await stream.EventAsync()).Data.GetProperty("slug").GetString());
    }

    private static int Wanted => int.TryParse(Environment.GetEnvironmentVariable("SECRECY_PAIRS"), CultureInfo.InvariantCulture, out var pairs) ? pairs : Pairs;

    private static Task<TestPortal> StartAsync(DatabaseProvider provider) => TestPortal.StartAsync(provider, new PortalOptions
    {
        Settings = new Dictionary<string, string?>
        {
            ["Portal:ContentDirectory"] = Repository.Content,
            ["Portal:PublicOrigin"] = "http://portal.example",
            ["Newsroom:SecondPerson"] = "Optional",
        },
        Customize = b => b.Services.Configure<SearchLimits>(o => (o.Burst, o.Refill) = (1_000_000, 1_000_000)),
    });

    private static async Task<IReadOnlyCollection<string>> DifferencesAsync(TestPortal one, TestPortal other, IReadOnlyList<string> addresses)
    {
        var different = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (address, _) =>
        {
            var (a, b) = (await one.Client.ReceiveAsync(address), await other.Client.ReceiveAsync(address));
            if (a.Status != b.Status || a.Headers != b.Headers || !a.Body.AsSpan().SequenceEqual(b.Body))
            {
                different.Add($"{address}: {(int)a.Status} and {(int)b.Status}");
            }

            ((int)a.Status).ShouldNotBe(429);
        });
        return different;
    }

    // All that the stream has, up to a heartbeat: it never ends.
    private static async Task<string> StreamedAsync(TestPortal portal)
    {
        using var stream = (await LiveReader.OpenAsync(portal.Client, "/live?after=0")).Reader;
        portal.Services.GetRequiredService<LiveFeed>().Beat();
        var text = new System.Text.StringBuilder();
        while (await stream.BlockAsync() is var block && block is not [":"])
        {
            text.AppendJoin('\n', block).Append('\n');
        }

        text.Length.ShouldBeGreaterThan(0);
        return text.ToString();
    }

    // Every column of every public table, as a dump would have it.
    private static async Task<string> PublicTextAsync(TestPortal portal)
    {
        await using var store = portal.OpenPublicStore();
        var text = new System.Text.StringBuilder();
        foreach (var table in RawTable.All(store))
        {
            foreach (var row in await table.RowsAsync())
            {
                text.Append(table.PlainName).AppendJoin('|', row.Values.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(v, CultureInfo.InvariantCulture))).Append('\n');
            }
        }

        return text.ToString();
    }

    private static async Task NothingOnDiskAsync(TestPortal portal)
    {
        foreach (var file in Directory.EnumerateFiles(portal.Stores.DataDirectory, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            System.Text.Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).Contains(MarkedItems.Mark, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(Path.GetFileName(file));
        }
    }

    private static async Task WaitAsync(TestPortal portal, string address)
    {
        for (var i = 0; i < 400 && (await portal.Client.ReceiveAsync(address)).Status is not System.Net.HttpStatusCode.OK; i++)
        {
            await Task.Delay(25);
        }
    }
}
