using System.Diagnostics;
using System.Net;
using IrenPortal.Data;
using IrenPortal.Hosting;
using IrenPortal.Tests.Testing;
using NodaTime;
using Npgsql;

namespace IrenPortal.Tests.Site;

/// <summary>A readers' process beside the newsroom's, on the same stores.</summary>
public sealed class ReplicaTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory, EachDatabase]
    public async Task A_release_is_everywhere_within_a_second(DatabaseProvider database)
    {
        await using var newsroom = await TestPortal.StartAsync(database, new PortalOptions { Role = PortalRole.Newsroom });
        await using var reader = await newsroom.StartReaderAsync();
        (await reader.Client.GetAsync("/news")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await newsroom.PublishAsync(new AnnouncementBuilder("on-deal-day").Build());
        var released = Stopwatch.StartNew();
        while ((await reader.Client.GetAsync("/news/on-deal-day")).StatusCode != HttpStatusCode.OK)
        {
            released.Elapsed.ShouldBeLessThan(Second);
            await Task.Delay(10);
        }

        (await newsroom.Client.GetAsync("/news/on-deal-day")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.Client.ReceiveAsync("/api/v1/announcements")).Text.ShouldContain("on-deal-day");
    }

    [Theory, EachDatabase]
    public async Task Two_readers_answer_with_the_same_bytes(DatabaseProvider database)
    {
        var options = new PortalOptions { Settings = new Dictionary<string, string?> { ["Portal:ContentDirectory"] = Repository.Content, ["Portal:PublicOrigin"] = "https://investors.example" } };
        await using var newsroom = await TestPortal.StartAsync(database, options);
        await using var one = await newsroom.StartReaderAsync();
        await using var two = await newsroom.StartReaderAsync();
        foreach (var address in new[] { "/", "/news", "/news/microsoft-ai-cloud-contract", "/stock", "/contracts/microsoft-ai-cloud", "/events", "/api/v1/ledger", "/nothing" })
        {
            var mine = await newsroom.Client.ReceiveAsync(address);
            (await one.Client.ReceiveAsync(address)).Body.ShouldBe(mine.Body, address);
            var theirs = await two.Client.ReceiveAsync(address);
            (theirs.Headers, theirs.Sha256).ShouldBe((mine.Headers, mine.Sha256), address);
        }
    }

    [Theory, EachDatabase]
    public async Task A_readers_process_has_no_staff_side(DatabaseProvider database)
    {
        await using var newsroom = await TestPortal.StartAsync(database, new PortalOptions { Role = PortalRole.Newsroom });
        await using var reader = await newsroom.StartReaderAsync();
        var usual = await reader.Client.ReceiveAsync("/nothing");
        foreach (var address in new[] { "/admin", "/admin/users", "/account/login", "/setup", "/_blazor", "/_blazor/negotiate", "/alerts" })
        {
            var received = await reader.Client.ReceiveAsync(address);
            (received.Status, received.Headers, received.Sha256).ShouldBe((usual.Status, usual.Headers, usual.Sha256), address);
        }
    }

    [Theory, EachDatabase]
    public async Task Without_a_store_a_readers_process_stays_up_says_so_and_recovers(DatabaseProvider database)
    {
        await using var stores = await TestStores.CreateAsync(database);
        await using var reader = await TestPortal.StartOnAsync(stores, new PortalOptions { Role = PortalRole.Public });

        var live = await reader.Client.ReceiveAsync("/health/live");
        var ready = await reader.Client.ReceiveAsync("/health/ready");
        var page = await reader.Client.ReceiveAsync("/");
        var api = await reader.Client.ReceiveAsync("/api/v1/announcements");
        live.Status.ShouldBe(HttpStatusCode.OK);
        ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Text.ShouldContain("The site is not ready yet");
        page.Headers.ShouldContain("Content-Security-Policy");
        page.Headers.ShouldContain("no-store");
        (api.Status, api.Headers.Contains("application/problem+json", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.ServiceUnavailable, true));

        await using var newsroom = await TestPortal.StartOnAsync(stores, new PortalOptions { Role = PortalRole.Newsroom });
        await newsroom.PublishAsync(new AnnouncementBuilder("back-again").Build());
        var waited = Stopwatch.StartNew();
        while ((await reader.Client.GetAsync("/health/ready")).StatusCode != HttpStatusCode.OK)
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
            await Task.Delay(20);
        }

        (await reader.Client.GetAsync("/news/back-again")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_readers_role_can_read_the_public_schema_and_nothing_else()
    {
        await using var newsroom = await TestPortal.StartAsync(DatabaseProvider.Postgres, new PortalOptions { Role = PortalRole.Newsroom });
        await newsroom.PublishAsync(new AnnouncementBuilder("readable").Build());
        await using var connection = new NpgsqlConnection(newsroom.Stores.Public);
        await connection.OpenAsync();

        (await RunAsync(connection, "SELECT count(*) FROM public_site.\"Editions\"")).ShouldBeNull();
        foreach (var refused in new[]
        {
            "SELECT count(*) FROM newsroom.\"Documents\"",
            "SELECT count(*) FROM newsroom.\"AspNetUsers\"",
            "INSERT INTO public_site.\"CurrentEditions\" VALUES (1, 'x', 1)",
            "UPDATE public_site.\"CurrentEditions\" SET \"EditionNumber\" = 1",
            "DELETE FROM public_site.\"CurrentBars\"",
            "TRUNCATE public_site.\"CurrentBars\"",
            "CREATE TABLE public_site.mine (x int)",
        })
        {
            (await RunAsync(connection, refused)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, refused);
        }
    }

    [Theory, EachDatabase]
    public async Task The_day_turns_when_a_session_closes_and_not_before(DatabaseProvider database)
    {
        var closes = Instant.FromUtc(2026, 12, 16, 21, 0);
        var options = new PortalOptions
        {
            Now = closes - Duration.FromMilliseconds(1),
            Settings = new Dictionary<string, string?> { ["Portal:ContentDirectory"] = Repository.Content },
        };
        await using var portal = await TestPortal.StartAsync(database, options);

        var before = await portal.Client.ReceiveAsync("/");
        portal.Clock.Now = closes;
        var after = await portal.Client.ReceiveAsync("/");
        portal.Clock.Advance(Duration.FromHours(12));
        var night = await portal.Client.ReceiveAsync("/");

        after.Body.ShouldNotBe(before.Body, "the prices are one session older");
        night.Body.ShouldBe(after.Body);
    }

    private static async Task<string?> RunAsync(NpgsqlConnection connection, string sql)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
