using System.Net;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Prices.Feeds;

/// <summary>The sources as the running portal looks at them, and as staff see them.</summary>
public sealed class PriceFeedsTests
{
    [Fact]
    public async Task The_portal_looks_by_itself_and_at_once_when_somebody_asks()
    {
        var folder = Directory.CreateTempSubdirectory("irenportal-feeds-");
        try
        {
            await using var stub = await StubFeed.StartAsync();
            stub.Say("<html>");
            var http = stub.Settings();
            await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions
            {
                Settings = new Dictionary<string, string?>
                {
                    ["Prices:Folder"] = folder.FullName,
                    ["Prices:Http:Url"] = http.Url,
                    ["Prices:Http:AllowedHosts"] = http.Host,
                    ["Prices:Http:Addresses"] = "Loopback",
                },
            });
            using var desk = await MarketDesk.OpenAsync(portal);
            await UntilAsync(async () => (await RowsAsync(desk)).All(r => !r[1].Contains("Not asked yet", StringComparison.Ordinal)));
            var file = Path.Combine(folder.FullName, "QQQ.csv");
            await File.WriteAllTextAsync(file, "Date,Close\n2026-09-10,500\n");
            File.SetLastWriteTimeUtc(file, (PortalOptions.DefaultNow - Duration.FromMinutes(1)).ToDateTimeUtc());

            using var asked = await desk.LookAsync();
            asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            await UntilAsync(() => Task.FromResult(!File.Exists(file)));
            await UntilAsync(async () => (await RowsAsync(desk))[0][2].Contains("QQQ: 1 published", StringComparison.Ordinal));

            (await portal.Client.GetStringAsync("/api/v1/prices/QQQ.csv")).ShouldContain("2026-09-10,,,,500,");
            var rows = await RowsAsync(desk);
            rows[0][1].ShouldBe("Works");
            rows[1][0].ShouldStartWith("127.0.0.1");
            rows[1][1].ShouldContain("in a row, tried again");
            rows[1][3].ShouldContain("the column Date is missing");
            await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
            (await newsroom.AuditEntries.SingleAsync(a => a.Action == "prices.asked")).Actor.ShouldBe(desk.UserId);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<List<string>>> RowsAsync(MarketDesk desk) =>
        [.. (await desk.Browser.ReadAsync("/admin/market")).QuerySelectorAll("#feed-table-caption ~ tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList())];

    // The sources have a thread of their own, in real time.
    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var look = 0; look < 400; look++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(25);
        }

        throw new TimeoutException("The sources were not looked at.");
    }
}
