using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Prices.Feeds;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Prices.Feeds;

/// <summary>
/// What a source that is asked may do by itself and what waits for a person. The clock stands at noon in New York on Wednesday
/// 16 September 2026; the last session that has closed is the 15th.
/// </summary>
public sealed class PriceFeedTests(SymbolPortals portals) : IClassFixture<SymbolPortals>
{
    [Theory, EachDatabase]
    public async Task New_sessions_that_are_plausible_go_straight_to_readers(DatabaseProvider provider)
    {
        await using var feed = await StartAsync(provider, (10, 10m), (11, 10.2m));
        feed.Stub.Say("Date,Close\n2026-09-16,10.7\n2026-09-15,10.5\n2026-09-14,10.4\n2026-09-11,10.2\n");

        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: 2 published, 1 left out");

        (await feed.PricesAsync()).ShouldBe("2026-09-10,,,,10,\n2026-09-11,,,,10.2,\n2026-09-14,,,,10.4,\n2026-09-15,,,,10.5,\n");
        feed.Stub.Asked.ShouldHaveSingleItem().Address.ShouldBe($"/eod/{feed.Symbol}?from=2026-09-03&to=2026-09-15");
        (await feed.ProposalsAsync()).ShouldHaveSingleItem().ShouldBe((ProposalState.Released, "system"));
        feed.Portal.Logs.Lines.ShouldContain(l => l.StartsWith("Information", StringComparison.Ordinal) && l.EndsWith($"Prices from 127.0.0.1: {feed.Symbol}: 2 published, 1 left out.", StringComparison.Ordinal));
        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: nothing is new, 1 left out");
    }

    [Theory, EachDatabase]
    public async Task What_replaces_a_bar_waits_and_the_same_answer_proposes_it_once(DatabaseProvider provider)
    {
        await using var feed = await StartAsync(provider, (10, 10m), (11, 10.2m));
        feed.Stub.Say("Date,Close\n2026-09-11,10.3\n2026-09-14,10.4\n");

        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: 1 published, 1 waits for a yes in /admin/market");
        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: 0 published, 1 waits for a yes in /admin/market");

        (await feed.PricesAsync()).ShouldBe("2026-09-10,,,,10,\n2026-09-11,,,,10.2,\n2026-09-14,,,,10.4,\n");
        (await feed.ProposalsAsync()).Select(p => p.State).ShouldBe([ProposalState.Released, ProposalState.Proposed], ignoreOrder: true);
        using var desk = await MarketDesk.OpenAsync(feed.Portal);
        (await desk.AcceptAsync(await feed.WaitingAsync())).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await feed.PricesAsync()).ShouldContain("2026-09-11,,,,10.3,");
    }

    [Theory, EachDatabase]
    public async Task A_wild_session_and_all_after_it_wait(DatabaseProvider provider)
    {
        await using var feed = await StartAsync(provider, (10, 10m));
        feed.Stub.Say("Date,Close\n2026-09-11,10.1\n2026-09-14,101\n2026-09-15,102\n");

        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: 1 published, 2 wait for a yes in /admin/market");

        (await feed.PricesAsync()).ShouldBe("2026-09-10,,,,10,\n2026-09-11,,,,10.1,\n");
    }

    [Theory, EachDatabase]
    public async Task A_missing_session_holds_back_what_comes_after_it(DatabaseProvider provider)
    {
        await using var feed = await StartAsync(provider, (10, 10m));
        feed.Stub.Say("Date,Close\n2026-09-14,10.1\n");
        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: 0 published, 1 waits for a yes in /admin/market");

        feed.Stub.Say("Date,Close\n2026-09-11,10.05\n2026-09-14,10.1\n");

        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: 2 published");
        (await feed.ProposalsAsync()).Select(p => p.State).ShouldBe([ProposalState.Superseded, ProposalState.Released], ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task Older_data_overwrites_nothing(DatabaseProvider provider)
    {
        await using var feed = await StartAsync(provider, (10, 10m), (11, 10.2m), (14, 10.3m));
        feed.Stub.Say("Date,Close\n2026-09-10,9.9\n2026-09-11,10\n");

        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: 0 published, 2 wait for a yes in /admin/market");

        (await feed.PricesAsync()).ShouldBe("2026-09-10,,,,10,\n2026-09-11,,,,10.2,\n2026-09-14,,,,10.3,\n");
    }

    [Theory, EachDatabase]
    public async Task A_no_is_not_asked_for_again_and_what_it_waited_for_is_asked_about(DatabaseProvider provider)
    {
        await using var feed = await StartAsync(provider, (1, 9.7m), (2, 9.8m), (3, 9.9m), (4, 10m), (8, 10m), (9, 10.1m), (10, 10.2m), (11, 10.2m), (14, 10.3m));
        feed.Stub.Say("Date,Close\n2026-09-02,9.7\n");
        await feed.AskAsync();
        await feed.AskAsync();
        feed.Stub.Asked.Last().Address.ShouldBe($"/eod/{feed.Symbol}?from=2026-09-02&to=2026-09-15");
        using var desk = await MarketDesk.OpenAsync(feed.Portal);
        await desk.RejectAsync(await feed.WaitingAsync());

        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: nothing is new, 1 left out");
        feed.Stub.Say("Date,Close\n2026-09-02,9.75\n");
        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: 0 published, 1 waits for a yes in /admin/market");
        feed.Stub.Say("Date,Close\n2026-09-02,9.8\n");
        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: nothing is new");
        (await feed.ProposalsAsync()).Select(p => p.State).ShouldBe([ProposalState.Rejected, ProposalState.Superseded], ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task A_bad_row_refuses_the_whole_answer_and_counts_as_a_failure(DatabaseProvider provider)
    {
        await using var feed = await StartAsync(provider, (10, 10m));
        feed.Stub.Say("Date,Close\n2026-09-11,10.1\n2026-09-12,10.2\n");

        await feed.AskAsync();

        feed.Feed.Status.LastFailure!.Words.ShouldStartWith($"127.0.0.1/{feed.Symbol}:3: Date is 2026-09-12, on which the market of {feed.Symbol} did not trade");
        feed.Feed.Status.State.Failures.ShouldBe(1);
        (await feed.PricesAsync()).ShouldBe("2026-09-10,,,,10,\n");
    }

    [Fact]
    public async Task Failures_are_retried_later_and_later_until_the_breaker_opens_and_one_success_closes_it()
    {
        await using var feed = await StartAsync(DatabaseProvider.Sqlite, (14, 10m));
        feed.Stub.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        for (var failure = 1; failure <= FetchState.MostFailures; failure++)
        {
            await feed.AskAsync();
            (await feed.Feed.RunDueAsync(CancellationToken.None)).ShouldBeFalse();
        }

        var status = feed.Feed.Status;
        (status.State.Breaker, status.State.Failures, status.LastSuccess).ShouldBe((BreakerState.Open, FetchState.MostFailures, null));
        status.LastFailure!.Words.ShouldBe($"{feed.Symbol}: 127.0.0.1 answered 500");
        feed.Stub.Asked.Count.ShouldBe(FetchState.MostFailures);
        feed.Portal.Logs.Lines.ShouldContain(l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains($"Prices from 127.0.0.1 failed: {feed.Symbol}: 127.0.0.1 answered 500. That is failure 5 in a row", StringComparison.Ordinal));

        feed.Stub.Say("Date,Close\n2026-09-15,10.1\n");
        (await feed.AskAsync()).ShouldBe($"{feed.Symbol}: 1 published");
        feed.Feed.Status.State.ShouldBe(new FetchState(feed.Clock.Now + Duration.FromMinutes(60), 0, BreakerState.Closed));
    }

    [Fact]
    public async Task A_key_is_neither_logged_nor_shown_even_when_the_source_sends_it_back()
    {
        await using var feed = await StartAsync(DatabaseProvider.Sqlite, (14, 10m));
        var settings = feed.Stub.Settings(("Symbols", feed.Symbol), ("KeyHeader", "X-Api-Key"), ("Key", "s3cret-key"));
        using var source = new HttpPriceSource(settings, feed.Clock);
        var keyed = feed.Of(source);
        feed.Stub.Say("Date,Close\ns3cret-key,1\n");

        await keyed.RunDueAsync(CancellationToken.None);

        feed.Stub.Asked.ShouldHaveSingleItem().Key.ShouldBe("s3cret-key");
        keyed.Status.LastFailure!.Words.ShouldContain("Date is `…`");
        feed.Portal.Logs.Lines.ShouldNotContain(l => l.Contains("s3cret-key", StringComparison.Ordinal));
        settings.ToString().ShouldNotContain("s3cret-key");
    }

    private async Task<Running> StartAsync(DatabaseProvider provider, params (int Day, decimal Close)[] stored)
    {
        var (portal, symbol) = (await portals.OnAsync(provider), portals.NewSymbol());
        await portal.PublishAsync(new PricesItem(symbol, [.. stored.Select(c => new BarItem(new LocalDate(2026, 9, c.Day), null, null, null, c.Close, null))]));
        return new Running(portal, symbol, await StubFeed.StartAsync());
    }

    /// <summary>A feed of one symbol on a clock of its own.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly HttpPriceSource _source;

        public Running(TestPortal portal, string symbol, StubFeed stub)
        {
            (Portal, Symbol, Stub) = (portal, symbol, stub);
            _source = new HttpPriceSource(stub.Settings(("Symbols", symbol)), Clock);
            Feed = Of(_source);
        }

        public TestPortal Portal { get; }

        public string Symbol { get; }

        public StubFeed Stub { get; }

        public TestClock Clock { get; } = new(PortalOptions.DefaultNow);

        public PriceFeed Feed { get; }

        public PriceFeed Of(IPriceSource source) => ActivatorUtilities.CreateInstance<PriceFeed>(
            Portal.Services, source, FetchTimes.Parse("60")!, Clock, Portal.Services.GetRequiredService<ILogger<PriceFeeds>>());

        /// <summary>Waits until the feed is due, has it ask, and returns what it took.</summary>
        public async Task<string?> AskAsync()
        {
            Clock.Now = Instant.Max(Clock.Now, Feed.Status.State.Next);
            (await Feed.RunDueAsync(CancellationToken.None)).ShouldBeTrue();
            return Feed.Status.LastSuccess?.Words;
        }

        public async Task<string> PricesAsync() => (await Portal.Client.GetStringAsync($"/api/v1/prices/{Symbol}.csv"))[MarketDesk.Header.Length..];

        public async Task<List<(ProposalState State, string By)>> ProposalsAsync()
        {
            await using var newsroom = await Portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
            return [.. (await newsroom.PriceProposals.Where(p => p.Symbol == Symbol).ToListAsync()).Select(p => (p.State, p.DecidedBy))];
        }

        public async Task<Guid> WaitingAsync()
        {
            await using var newsroom = await Portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
            return (await newsroom.PriceProposals.SingleAsync(p => p.Symbol == Symbol && p.State == ProposalState.Proposed)).Id;
        }

        public async ValueTask DisposeAsync()
        {
            _source.Dispose();
            await Stub.DisposeAsync();
        }
    }
}
