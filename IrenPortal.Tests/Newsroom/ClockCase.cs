using System.Collections.Immutable;
using System.Data.Common;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Newsroom.Review;
using IrenPortal.Newsroom.Scheduling;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom;

/// <summary>
/// One approved release and a clock that somebody puts forward and back round its instant, with restarts between. After each
/// act the public store must hold what a model of four lines says. The same number is the same case.
/// </summary>
internal sealed class ClockCase : IAsyncDisposable
{
    // The release loop leaves a package this long to whoever wrote it (ReleaseLoop).
    private static readonly Duration OthersTurn = Duration.FromSeconds(5);

    private static readonly Duration[] Steps =
    [
        Duration.FromMilliseconds(1), Duration.FromSeconds(1), Duration.FromSeconds(10), Duration.FromMinutes(1),
        Duration.FromMinutes(10), Duration.FromHours(1), Duration.FromHours(6), Duration.FromDays(1),
    ];

    private readonly TestStores _stores;
    private readonly int _number;
    private readonly Random _random;
    private readonly ClockTurn _turn = new();
    private readonly List<string> _acts = [];
    private ServiceProvider _portal;
    private Instant _due;
    private Guid _id;

    // What must be: whether readers have it, and since when a package waits that the gate found too early.
    private bool _public;
    private Instant? _held;

    /// <summary>The case of a number, on stores that it shares with others.</summary>
    public ClockCase(TestStores stores, int number)
    {
        (_stores, _number, _random) = (stores, number, new Random(20260916 + number));
        _portal = Start();
    }

    private TestClock Clock => (TestClock)_portal.GetRequiredService<TimeProvider>();

    private string Slug => $"clock-case-{_number}";

    /// <summary>Plays it to its end.</summary>
    public async Task RunAsync()
    {
        Clock.Now = PortalOptions.DefaultNow + Duration.FromMinutes(_number);
        _due = Clock.Now + Duration.FromSeconds(_random.Next(1, 36 * 3600));
        await ScheduleAsync();
        for (var act = _random.Next(8, 16); act > 0; act--)
        {
            await ActAsync(_random.Next(10));
        }

        // In the end the time comes, for the first time or again; nothing is taken back by the clock after it.
        Put(_due + OthersTurn + OthersTurn);
        await LookAsync();
        _public.ShouldBeTrue(Told);
        Put(_due - Duration.FromDays(1));
        await RestartAsync();
        await LookAsync();
        await LookAfterAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private string Told => $"case {_number}, due {_due}: {string.Join("; ", _acts)}";

    private Task ActAsync(int act)
    {
        switch (act)
        {
            case < 4:
                Put(Clock.Now + (Steps[_random.Next(Steps.Length)] * (_random.Next(2) == 0 ? 1 : -1)));
                return CheckAsync();
            case 4:
                Put(_due);
                return LookAsync();
            case 5:
                Put(_due - Duration.FromMilliseconds(1));
                return LookAsync();
            case 6:
                Put(_due + Duration.FromMilliseconds(_random.Next(2000)));
                _turn.Next = (Clock, -Steps[_random.Next(Steps.Length)]);
                return LookAsync();
            case 7:
                return RestartAsync();
            default:
                return LookAsync();
        }
    }

    private void Put(Instant now)
    {
        Clock.Now = now;
        _acts.Add($"clock {(now - _due).TotalSeconds:+0.000;-0.000} s");
    }

    // As the release loop looks: what was left first, then what is due. The clock may turn between the hand-over and the gate.
    private async Task LookAsync()
    {
        var at = Clock.Now;
        var releases = _portal.GetRequiredService<ReleaseDesk>();
        var due = _portal.GetRequiredService<DueReleases>();
        foreach (var key in await releases.UnfinishedAsync(OthersTurn.ToTimeSpan(), CancellationToken.None))
        {
            await releases.CarryOutAsync(key, CancellationToken.None);
        }

        foreach (var id in (await due.LookAsync(CancellationToken.None)).Due)
        {
            await due.ReleaseAsync(id, CancellationToken.None);
        }

        _acts.Add(Clock.Now == at ? "look" : $"look, the clock turned by {(Clock.Now - at).TotalSeconds} s in it");
        if (_held is null && !_public && at >= _due && Clock.Now < _due)
        {
            _held = at;
        }
        else
        {
            // What was held goes first, before any commit that could turn the clock.
            _public |= _held is { } held ? at >= held + OthersTurn : Clock.Now >= _due;
        }

        await CheckAsync();
    }

    private async Task RestartAsync()
    {
        var now = Clock.Now;
        await _portal.DisposeAsync();
        _portal = Start();
        Clock.Now = now;
        await _portal.GetRequiredService<Reconciliation>().RunAsync(CancellationToken.None);
        _acts.Add("restart");
        _public |= now >= _held;
        await CheckAsync();
    }

    private async Task CheckAsync()
    {
        await using var store = await _portal.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContextAsync();
        var editions = await store.Editions.Where(e => e.Slug == Slug).Select(e => new { e.ReleasedAt, e.CommittedAt }).ToListAsync();
        editions.Count.ShouldBe(_public ? 1 : 0, Told);
        foreach (var edition in editions)
        {
            edition.ReleasedAt.ShouldBe(_due, Told);
            edition.CommittedAt.ShouldBeGreaterThanOrEqualTo(_due, Told);
        }

        (await store.CurrentEditions.CountAsync(e => e.Slug == Slug)).ShouldBe(editions.Count, Told);
    }

    private async Task LookAfterAsync()
    {
        await using var newsroom = await _portal.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        (await newsroom.Documents.Where(d => d.Id == _id).Select(d => d.State).SingleAsync()).ShouldBe(DocumentState.ReleasedAlone, Told);
        (await newsroom.PendingReleases.CountAsync(p => p.EndedAt == null)).ShouldBe(0, Told);
    }

    private async Task ScheduleAsync()
    {
        var desk = _portal.GetRequiredService<DraftDesk>();
        var context = await _portal.GetRequiredService<CompanyOnFile>().ContextAsync(CancellationToken.None);
        _id = await desk.CreateAsync(EditionKind.Announcement, StaffGuard.System, CancellationToken.None);
        var values = new Dictionary<string, string>
        {
            ["headline"] = "A headline", ["summary"] = "A summary.", ["slug"] = Slug, ["category"] = "Corporate", ["body"] = "Some words.",
            ["status"] = "scheduled", ["releaseAt"] = LocalRelease.Pattern.Format(_due.InZone(context.Zone).ToOffsetDateTime()),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
        (await desk.SaveAsync(_id, 1, values, StaffGuard.System, CancellationToken.None)).Outcome.ShouldBe(SaveOutcome.Saved);
        (await _portal.GetRequiredService<ReviewDesk>().SubmitAsync(_id, 2, null, StaffGuard.System, CancellationToken.None)).ShouldBeEmpty();
        (await _portal.GetRequiredService<ApprovalDesk>().ApproveAsync(_id, 2, null, StaffGuard.System, CancellationToken.None)).ShouldBeEmpty();
    }

    private ServiceProvider Start() =>
        TestContainer.Build(_stores, new Dictionary<string, string?> { ["Newsroom:SecondPerson"] = "Optional" }, [_turn]);

    /// <summary>Turns the clock at the newsroom's next commit, which is the hand-over to the gate.</summary>
    private sealed class ClockTurn : DbTransactionInterceptor
    {
        public (TestClock Clock, Duration By)? Next { get; set; }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (eventData.Context is NewsroomDbContext && Next is { } turn)
            {
                Next = null;
                turn.Clock.Advance(turn.By);
            }

            return Task.CompletedTask;
        }
    }
}
