using System.Collections.Concurrent;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Hosting.Outbound;
using IrenPortal.Newsroom.Filings;
using IrenPortal.Newsroom.Prices.Feeds;
using IrenPortal.Tests.Newsroom.Prices.Feeds;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Filings;

/// <summary>The list that is asked for by itself: who asks, how fast, what is asked, and what failures lead to.</summary>
public sealed class FilingFeedTests
{
    private const string Cik = "0001878848";
    private const string Older = $"CIK{Cik}-submissions-001.json";
    private const string Agent = "Example Limited ir@example.com";
    private static readonly Filing Newest = new("0001878848-26-000052", "10-K", new LocalDate(2026, 8, 27), null, null, "", null, false, false, "a.htm", "");
    private static readonly Filing Oldest = Newest with { AccessionNumber = "0001878848-21-000001", Form = "20-F", FiledOn = new LocalDate(2021, 11, 17) };

    [Fact]
    public async Task The_list_and_each_older_file_are_asked_for_once_by_a_named_program_and_at_its_pace()
    {
        await using var stub = await StubFeed.StartAsync();
        var agents = new ConcurrentQueue<string>();
        stub.Answer = context =>
        {
            agents.Enqueue(context.Request.Headers.UserAgent.ToString());
            return context.Response.WriteAsync(context.Request.Path.Value!.EndsWith(Older, StringComparison.Ordinal)
                ? OlderFile()
                : SubmissionsFile.Write(Cik, [Newest]).Replace("\"files\": []", $"\"files\": [{{\"name\": \"{Older}\"}}]", StringComparison.Ordinal));
        };
        var clock = new SkippingClock();
        using var source = new FilingSource(Address(stub), clock);

        var filings = await source.FetchAsync(Cik, CancellationToken.None);

        filings.ShouldBe([Newest, Oldest]);
        stub.Asked.Select(a => a.Address).ShouldBe([$"/submissions/CIK{Cik}.json", $"/submissions/{Older}"]);
        agents.Distinct().ShouldBe([Agent]);
        clock.Waited.ShouldBe(TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task Requests_are_kept_apart_whatever_lies_between_them()
    {
        var clock = new SkippingClock();
        var pace = new RequestPace(4, clock);
        for (var i = 0; i < 9; i++)
        {
            await pace.WaitAsync(CancellationToken.None);
        }

        clock.Waited.ShouldBe(TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromMinutes(1));
        await pace.WaitAsync(CancellationToken.None);
        clock.Waited.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(403, "", "answered 403")]
    [InlineData(200, "<html>", "answered what can't be read: 127.0.0.1/submissions/CIK0001878848.json:1: the file is not JSON (")]
    [InlineData(200, "{\"cik\": \"320193\", \"accessionNumber\": []}", "answered what can't be read: 127.0.0.1/submissions/CIK0001878848.json:1: cik is `\"320193\"`")]
    public async Task What_is_no_list_of_the_company_is_a_failure(int status, string text, string words)
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Answer = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(text);
        };
        using var source = new FilingSource(Address(stub), TimeProvider.System);

        (await Should.ThrowAsync<InvalidDataException>(() => source.FetchAsync(Cik, CancellationToken.None))).Message.ShouldStartWith(words);
    }

    [Fact]
    public async Task The_portal_takes_what_it_is_given_looks_again_in_time_and_waits_longer_after_failures()
    {
        await using var stub = await StubFeed.StartAsync();
        stub.Say(SubmissionsFile.Write(Cik, [Newest]));
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite);
        using var feed = new FilingFeed(new FilingSettings(Address(stub)), portal.Services.GetRequiredService<FilingDesk>(), portal.Clock, NullLogger<FilingFeed>.Instance);

        (await feed.RunDueAsync(CancellationToken.None)).ShouldBeTrue();
        (await portal.Client.GetStringAsync("/filings")).ShouldContain("10-K");
        feed.Statuses.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            s => s.State.ShouldBe(new FetchState(portal.Clock.Now + Duration.FromMinutes(60), 0, BreakerState.Closed)),
            s => s.LastSuccess!.Words.ShouldStartWith("1 filing new, 0 replaced, 0 unchanged"),
            s => s.LastFailure.ShouldBeNull());
        (await feed.RunDueAsync(CancellationToken.None)).ShouldBeFalse();

        stub.Say("{");
        portal.Clock.Advance(Duration.FromMinutes(60));
        (await feed.RunDueAsync(CancellationToken.None)).ShouldBeTrue();
        var state = feed.Statuses[0].State;
        state.Failures.ShouldBe(1);
        state.Next.ShouldBeInRange(portal.Clock.Now + Duration.FromSeconds(30), portal.Clock.Now + Duration.FromMinutes(1));
        feed.Statuses[0].LastFailure!.Words.ShouldContain("the file is not JSON");
        feed.Hurry();
        (await feed.RunDueAsync(CancellationToken.None)).ShouldBeTrue();
        stub.Asked.Count.ShouldBe(3);
    }

    private static FilingAddress Address(StubFeed stub) => new(
        new Uri(stub.Settings().AddressOf("X", default, default), "/submissions/CIK").AbsoluteUri + "{cik}.json", OutboundReach.Loopback, Agent, Duration.FromMinutes(60), 2);

    private static string OlderFile() => """
        {"accessionNumber": ["0001878848-21-000001", "0001878848-26-000052"], "filingDate": ["2021-11-17", "2026-08-27"], "form": ["20-F", "10-K"], "primaryDocument": ["a.htm", "a.htm"]}
        """;

    // A clock on which a delay takes no time: it moves on by it.
    private sealed class SkippingClock : TimeProvider
    {
        private long _now;

        public TimeSpan Waited { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan by) => Interlocked.Add(ref _now, by.Ticks);

        public override long GetTimestamp() => Interlocked.Read(ref _now);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            // The cap of an answer's time is no wait.
            if (dueTime > TimeSpan.FromSeconds(1))
            {
                return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            Waited += dueTime;
            Advance(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
