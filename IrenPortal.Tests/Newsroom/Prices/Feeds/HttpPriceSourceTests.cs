using System.Globalization;
using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Newsroom.Prices.Feeds;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Prices.Feeds;

/// <summary>What is asked of a source, and what of its answers is let in.</summary>
public sealed class HttpPriceSourceTests
{
    private const string Key = "s3cret-key";
    private static readonly PriceWish Wish = new("IREN", new LocalDate(2026, 9, 8), new LocalDate(2026, 9, 15), ExchangeCalendar.UsEquities);

    [Fact]
    public async Task The_address_carries_symbol_and_sessions_and_the_header_the_key()
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Say("Date,Close\n2026-09-15,10\n");

        var caught = await FetchAsync(stub, ("Symbols", "IREN=IREN.US"), ("KeyHeader", "X-Api-Key"), ("Key", Key));

        stub.Asked.ShouldHaveSingleItem().ShouldBe(("/eod/IREN.US?from=2026-09-08&to=2026-09-15", Key));
        caught.Faults.ShouldBeEmpty();
        var delivery = caught.Deliveries.ShouldHaveSingleItem();
        (delivery.Label, delivery.Files!.Symbol, delivery.Files.Bars!.Path, delivery.Files.Bars.Text).ShouldBe(("127.0.0.1", "IREN", "127.0.0.1/IREN", "Date,Close\n2026-09-15,10\n"));
    }

    [Fact]
    public async Task A_symbol_that_the_settings_leave_out_is_not_asked_for()
    {
        await using var stub = await StubFeed.StartAsync();

        var caught = await FetchAsync(stub, ("Symbols", "QQQ"));

        (caught.Deliveries.Count, caught.Faults.Count).ShouldBe((0, 0));
        stub.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await StubFeed.StartAsync();
        await using var stub = await StubFeed.StartAsync();
        stub.Answer = context =>
        {
            context.Response.Redirect(elsewhere.Settings().AddressOf("IREN", Wish.From, Wish.To).AbsoluteUri);
            return Task.CompletedTask;
        };

        (await FaultAsync(stub)).ShouldBe("IREN: 127.0.0.1 answered 302: redirects are not followed");
        elsewhere.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(204)]
    public async Task Any_status_but_200_is_a_failure(int status)
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        (await FaultAsync(stub)).ShouldBe(string.Create(CultureInfo.InvariantCulture, $"IREN: 127.0.0.1 answered {status}"));
    }

    [Fact]
    public async Task An_answer_that_says_it_is_huge_is_not_read()
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Answer = async context =>
        {
            context.Response.ContentLength = ContentLimits.PriceBytes + 1L;
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        (await FaultAsync(stub)).ShouldBe("IREN: 127.0.0.1 answered more than 20 MB");
    }

    [Fact]
    public async Task An_answer_that_does_not_end_is_cut_at_the_limit()
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Answer = async context =>
        {
            var block = new byte[1024 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
            }
        };

        (await FaultAsync(stub)).ShouldBe("IREN: 127.0.0.1 answered more than 20 MB");
    }

    [Fact]
    public async Task A_slow_answer_is_given_up()
    {
        await using var stub = await StubFeed.StartAsync();
        var begun = new TaskCompletionSource();
        stub.Answer = async context =>
        {
            await context.Response.WriteAsync("Date,Close\n");
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var timers = new HandTimers();
        using var source = new HttpPriceSource(stub.Settings(), timers);

        var fetch = source.FetchAsync([Wish], CancellationToken.None);
        await begun.Task;
        timers.GoOff();

        (await fetch).Faults.ShouldBe(["IREN: 127.0.0.1 did not answer within 30 seconds"]);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_failure()
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Answer = async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("Date,Close\n");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

        (await FaultAsync(stub)).ShouldContain("broke off its answer");
    }

    [Fact]
    public async Task A_content_coding_that_was_not_asked_for_is_a_failure()
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Answer = context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("x");
        };

        (await FaultAsync(stub)).ShouldContain("content coding");
    }

    [Fact]
    public async Task A_page_in_the_place_of_json_is_a_failure()
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Say("<!DOCTYPE html><title>Sign in</title>");

        (await FaultAsync(stub, ("Format", "json"))).ShouldBe("IREN: 127.0.0.1 is no JSON");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Answer = context => context.Response.Body.WriteAsync(new byte[] { 0x44, 0xFF, 0xFE }).AsTask();

        (await FetchAsync(stub)).Deliveries.ShouldHaveSingleItem().Faults.ShouldHaveSingleItem().ShouldStartWith("127.0.0.1/IREN:1: ");
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_not_connected_to()
    {
        await using var stub = await StubFeed.StartAsync();
        var settings = stub.Settings();
        using var source = new HttpPriceSource(
            settings with { Url = settings.Url.Replace("http://127.0.0.1", "https://localhost", StringComparison.Ordinal), Reach = IrenPortal.Hosting.Outbound.OutboundReach.Public }, TimeProvider.System);

        var caught = await source.FetchAsync([Wish], CancellationToken.None);

        caught.Faults.ShouldHaveSingleItem().ShouldStartWith("IREN: localhost resolves to ");
        stub.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_source_that_is_not_there_and_one_without_tls_are_failures()
    {
        await using var stub = await StubFeed.StartAsync();
        var settings = stub.Settings();
        using var plain = new HttpPriceSource(settings with { Url = settings.Url.Replace("http://", "https://", StringComparison.Ordinal) }, TimeProvider.System);
        (await plain.FetchAsync([Wish], CancellationToken.None)).Faults.ShouldBe(["IREN: 127.0.0.1 has no valid certificate, or no TLS"]);

        await stub.DisposeAsync();
        (await FaultAsync(settings)).ShouldBe("IREN: 127.0.0.1 can't be connected to");
        (await FaultAsync(settings with { Url = "http://no-such-host.invalid/{symbol}" })).ShouldBe("IREN: no-such-host.invalid can't be found by its name");
    }

    [Fact]
    public async Task One_symbol_that_fails_leaves_the_others()
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Answer = context => context.Request.Path == "/eod/IREN" ? context.Response.WriteAsync("Date,Close\n2026-09-15,10\n") : Task.FromException(new InvalidOperationException());
        using var source = new HttpPriceSource(stub.Settings(), TimeProvider.System);

        var caught = await source.FetchAsync([Wish with { Symbol = "QQQ" }, Wish], CancellationToken.None);

        caught.Faults.ShouldBe(["QQQ: 127.0.0.1 answered 500"]);
        caught.Deliveries.ShouldHaveSingleItem().Files!.Symbol.ShouldBe("IREN");
    }

    private static Task<PriceCatch> FetchAsync(StubFeed stub, params (string Key, string Value)[] settings) => FetchAsync(stub.Settings(settings));

    private static async Task<PriceCatch> FetchAsync(HttpSourceSettings settings)
    {
        using var source = new HttpPriceSource(settings, TimeProvider.System);
        return await source.FetchAsync([Wish], CancellationToken.None);
    }

    private static Task<string> FaultAsync(StubFeed stub, params (string Key, string Value)[] settings) => FaultAsync(stub.Settings(settings));

    private static async Task<string> FaultAsync(HttpSourceSettings settings)
    {
        var caught = await FetchAsync(settings);
        caught.Deliveries.ShouldBeEmpty();
        return caught.Faults.ShouldHaveSingleItem();
    }
}
