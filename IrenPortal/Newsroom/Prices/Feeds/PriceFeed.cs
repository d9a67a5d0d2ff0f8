using System.Security.Cryptography;
using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>When something happened and what.</summary>
public sealed record FeedNews(Instant At, string Words);

/// <summary>How a source stands, for the market page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it brings, or by which way, in a word or two.</param>
/// <param name="State">When it is asked next, and whether.</param>
/// <param name="LastSuccess">The last look that worked; null before the first since the start.</param>
/// <param name="LastFailure">The last one that didn't; null where none has failed since the start.</param>
public sealed record FeedStatus(string Name, string Kind, FetchState State, FeedNews? LastSuccess, FeedNews? LastFailure);

/// <summary>One source with its times, its failures and what they led to. Its state lives as long as the process.</summary>
public sealed partial class PriceFeed(
    IPriceSource source, FetchTimes times, PriceIntake intake, PriceLimits limits, CompanyOnFile company,
    IDbContextFactory<PublicDbContext> stores, IDbContextFactory<NewsroomDbContext> newsrooms, TimeProvider time, ILogger log)
{
    private const int FirstYears = 5;
    private const int Chances = 1000;
    private FeedStatus _status = new(source.Name, PriceWords.From(source.Origin), FetchState.Start(Instant.FromDateTimeOffset(time.GetUtcNow())), null, null);

    /// <summary>How it stands.</summary>
    public FeedStatus Status => Volatile.Read(ref _status);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Asks the source as soon as the loop looks again, whatever was planned.</summary>
    public void Hurry() => _status = Status with { State = Status.State.Hurried(Now) };

    /// <summary>Asks the source when it is due.</summary>
    /// <returns>False when it wasn't due.</returns>
    public async Task<bool> RunDueAsync(CancellationToken cancel)
    {
        if (!Status.State.IsDue(Now))
        {
            return false;
        }

        _status = Status with { State = Status.State.Begun() };
        var look = await LookAsync(cancel);
        var now = Now;
        if (look.Refusals.Count + look.Faults.Count > 0)
        {
            _status = Status with { LastFailure = new FeedNews(now, string.Join("; ", [.. look.Faults, .. look.Refusals])) };
        }

        // A dropped file that is refused lies with its reason in another folder: the source did its part.
        if (look.Faults.Count > 0 || (look.Refusals.Count > 0 && source.Origin is PriceOrigin.Feed))
        {
            var chance = RandomNumberGenerator.GetInt32(Chances + 1) / (double)Chances;
            _status = Status with { State = Status.State.Failed(now, chance) };
            LogFailed(log, source.Name, Status.LastFailure!.Words, Status.State.Failures, Status.State.Next);
            return true;
        }

        _status = Status with { State = FetchState.Succeeded(times.Next(now)), LastSuccess = new FeedNews(now, look.Taken.Count == 0 ? "nothing came" : string.Join("; ", look.Taken)) };
        if (look.Taken.Count + look.Refusals.Count > 0)
        {
            LogTaken(log, source.Name, string.Join("; ", [.. look.Taken, .. look.Refusals]));
        }

        return true;
    }

    private async Task<Look> LookAsync(CancellationToken cancel)
    {
        var look = new Look([], [], []);
        try
        {
            var caught = await source.FetchAsync(await WishesAsync(cancel), cancel);
            look.Faults.AddRange(caught.Faults.Select(source.Shown));
            foreach (var delivery in caught.Deliveries)
            {
                var outcome = await intake.TakeAsync(delivery, source.Origin, cancel);
                await source.SettleAsync(delivery, outcome, cancel);
                (outcome.Refusals.Count > 0 ? look.Refusals : look.Taken).Add(source.Shown(outcome.Words));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            look.Faults.Add(fault.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(log, fault, source.Name);
            look.Faults.Add($"a fault on our side, {fault.GetType().Name}");
        }

        return look;
    }

    private async Task<IReadOnlyList<PriceWish>> WishesAsync(CancellationToken cancel)
    {
        if (await company.FindAsync(cancel) is not { } profile)
        {
            return [];
        }

        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var waiting = await newsroom.PriceProposals.AsNoTracking().Where(p => p.State == ProposalState.Proposed && p.Origin == source.Origin).Select(p => new { p.Symbol, p.Bars }).ToListAsync(cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);
        var wishes = new List<PriceWish>();
        foreach (var symbol in MarketReading.SymbolsOf(profile))
        {
            var newest = await store.CurrentBars.Where(c => c.Symbol == symbol).OrderByDescending(c => c.Date).Select(c => (LocalDate?)c.Date).FirstOrDefaultAsync(cancel);
            var oldestWaiting = waiting.Where(w => w.Symbol == symbol).Select(w => ProposalRows.OldestOf(w.Bars)).Min();
            wishes.Add(Wish(symbol, profile, newest, oldestWaiting));
        }

        return wishes;
    }

    // As far back as a source may still correct itself, and to what of it waits already.
    private PriceWish Wish(string symbol, CompanyProfile profile, LocalDate? newest, LocalDate? oldestWaiting)
    {
        var market = MarketClock.At(profile.CalendarOf(symbol), Now);
        var calendar = market.Calendar;
        var from = newest is { } last
            ? calendar.TryOffset(calendar.OnOrAfter(last), -limits.SettledSessions) ?? calendar.First
            : LocalDate.Max(calendar.First, market.LastClosed.PlusYears(-FirstYears));
        return new PriceWish(symbol, oldestWaiting is { } waiting ? LocalDate.Min(from, waiting) : from, market.LastClosed, calendar);
    }

    private sealed record Look(List<string> Taken, List<string> Refusals, List<string> Faults);

    [LoggerMessage(Level = LogLevel.Information, Message = "Prices from {Source}: {Words}.")]
    private static partial void LogTaken(ILogger logger, string source, string words);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Prices from {Source} failed: {Words}. That is failure {Failures} in a row; it is asked again at {Next}.")]
    private static partial void LogFailed(ILogger logger, string source, string words, int failures, Instant next);

    [LoggerMessage(Level = LogLevel.Error, Message = "Taking prices from {Source} failed on our side.")]
    private static partial void LogFault(ILogger logger, Exception fault, string source);
}
