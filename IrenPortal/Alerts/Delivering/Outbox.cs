using IrenPortal.Alerts.Mails;
using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Alerts.Delivering;

/// <summary>A mail that is this process's to send.</summary>
/// <param name="Delivery">Its row.</param>
/// <param name="Subscriber">Whom it is for; null for a trial.</param>
public sealed record ClaimedDelivery(Delivery Delivery, Subscriber? Subscriber);

/// <summary>
/// Hands out what is to be sent and writes down what became of it. A row is marked as being sent before it is, so that a process
/// that dies leaves no doubt about which mails may have gone.
/// </summary>
public sealed class Outbox(IDbContextFactory<AlertsDbContext> stores, TimeProvider time)
{
    /// <summary>When nobody settles a claim: longer than any sending may take.</summary>
    public static readonly Duration ClaimTime = Duration.FromMinutes(1);

    /// <summary>After this a mail is of no more use.</summary>
    public static readonly Duration LongestWait = Duration.FromDays(3);

    private static readonly Duration FirstPause = Duration.FromMinutes(1);
    private static readonly Duration LongestPause = Duration.FromHours(1);

    /// <summary>Twice as long after each try.</summary>
    public static Duration PauseAfter(int attempts) => Duration.Min(LongestPause, FirstPause * Math.Pow(2, Math.Min(attempts, 10) - 1));

    /// <summary>Whether anything is due.</summary>
    public async Task<bool> HasDueAsync(CancellationToken cancel)
    {
        var now = time.StoredNow();
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.Deliveries.AnyAsync(d => d.State == DeliveryState.Queued && d.DueAt <= now, cancel);
    }

    /// <summary>Writes down how the last mails ended and claims the next, in one transaction.</summary>
    /// <param name="ended">What became of what was claimed before.</param>
    /// <param name="most">How many to claim; 0 for none.</param>
    /// <param name="cancel">Ends with the portal.</param>
    public async Task<IReadOnlyList<ClaimedDelivery>> NextAsync(IReadOnlyList<(ClaimedDelivery Claimed, SendResult Result)> ended, int most, CancellationToken cancel)
    {
        var now = time.StoredNow();
        await using var store = await stores.CreateDbContextAsync(cancel);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        foreach (var (claimed, result) in ended)
        {
            await SettleAsync(store, claimed, result, now, cancel);
        }

        var next = await ClaimAsync(store, most, now, cancel);
        await transaction.CommitAsync(cancel);
        return next;
    }

    /// <summary>Decides about what a process that died was sending.</summary>
    /// <param name="didSend">Whether a mail went; null where nobody can know, and it is then left to staff.</param>
    /// <param name="cancel">Ends with the portal.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> RecoverAsync(Func<Guid, bool?> didSend, CancellationToken cancel)
    {
        var now = time.StoredNow();
        await using var store = await stores.CreateDbContextAsync(cancel);
        var cut = await store.Deliveries.Where(d => d.State == DeliveryState.Sending && d.ClaimEnds < now).ToListAsync(cancel);
        foreach (var delivery in cut)
        {
            delivery.State = didSend(delivery.Id) switch
            {
                true => DeliveryState.Sent,
                false => DeliveryState.Queued,
                null => DeliveryState.Uncertain,
            };
            delivery.SettledAt = delivery.State is DeliveryState.Queued ? null : now;
            delivery.Fault = delivery.State is DeliveryState.Uncertain ? "The portal stopped in the middle of sending it." : "";
        }

        await store.SaveChangesAsync(cancel);
        return cut.Count;
    }

    private static async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(AlertsDbContext store, int most, Instant now, CancellationToken cancel)
    {
        var ids = most == 0 ? [] : await store.Deliveries
            .Where(d => d.State == DeliveryState.Queued && d.DueAt <= now)
            .OrderBy(d => d.Kind).ThenBy(d => d.DueAt).ThenBy(d => d.Id)
            .Select(d => d.Id)
            .Take(most)
            .ToListAsync(cancel);
        if (ids.Count == 0)
        {
            return [];
        }

        // Another process may have taken some of them in between: what carries this mark is ours.
        var claim = Guid.NewGuid();
        await store.Deliveries.Where(d => ids.Contains(d.Id) && d.State == DeliveryState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, DeliveryState.Sending).SetProperty(d => d.Claim, claim).SetProperty(d => d.ClaimEnds, now + ClaimTime), cancel);
        var mine = await store.Deliveries.AsNoTracking().Where(d => ids.Contains(d.Id) && d.Claim == claim).OrderBy(d => d.Id).ToListAsync(cancel);
        Guid?[] people = [.. mine.Select(d => d.SubscriberId).Where(id => id is not null)];
        var subscribers = await store.Subscribers.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        return [.. mine.Select(d => new ClaimedDelivery(d, d.SubscriberId is { } id ? subscribers.GetValueOrDefault(id) : null))];
    }

    private static async Task SettleAsync(AlertsDbContext store, ClaimedDelivery claimed, SendResult result, Instant now, CancellationToken cancel)
    {
        var delivery = claimed.Delivery;
        var (state, attempts, due) = After(delivery, result.Outcome, now);
        await store.Deliveries.Where(d => d.Id == delivery.Id && d.Claim == delivery.Claim).ExecuteUpdateAsync(
            set => set
                .SetProperty(d => d.State, state)
                .SetProperty(d => d.Attempts, attempts)
                .SetProperty(d => d.DueAt, due)
                .SetProperty(d => d.SettledAt, state is DeliveryState.Queued ? null : now)
                .SetProperty(d => d.Fault, result.Fault),
            cancel);
        if (result.Outcome is SendOutcome.MailboxRefused && delivery.SubscriberId is { } refused)
        {
            await Bounces.RefusedForGoodAsync(store, refused, now, cancel);
        }
    }

    private static (DeliveryState State, int Attempts, Instant Due) After(Delivery delivery, SendOutcome outcome, Instant now)
    {
        var isStale = now - delivery.QueuedAt >= LongestWait;
        return outcome switch
        {
            SendOutcome.Sent => (DeliveryState.Sent, delivery.Attempts + 1, delivery.DueAt),
            SendOutcome.Dropped => (DeliveryState.Dropped, delivery.Attempts, delivery.DueAt),
            SendOutcome.Uncertain => (DeliveryState.Uncertain, delivery.Attempts + 1, delivery.DueAt),
            SendOutcome.TryLater when !isStale => (DeliveryState.Queued, delivery.Attempts + 1, now + PauseAfter(delivery.Attempts + 1)),
            SendOutcome.ServerDown when !isStale => (DeliveryState.Queued, delivery.Attempts, delivery.DueAt),
            _ => (DeliveryState.Failed, delivery.Attempts + 1, delivery.DueAt),
        };
    }
}
