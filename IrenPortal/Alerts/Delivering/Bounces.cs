using IrenPortal.Data.Alerts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Alerts.Delivering;

/// <summary>What follows for a mailbox that refuses.</summary>
public static class Bounces
{
    /// <summary>So many refusals that may pass, one after another, are as good as one for good.</summary>
    public const int MostSoft = 5;

    /// <summary>Ends the mail to a mailbox until its owner asks anew; what waits for it is dropped.</summary>
    public static async Task RefusedForGoodAsync(AlertsDbContext store, Guid subscriber, Instant now, CancellationToken cancel)
    {
        await store.Subscribers.Where(s => s.Id == subscriber).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.State, SubscriberState.Bounced).SetProperty(s => s.BouncedAt, now), cancel);
        await store.Deliveries.Where(d => d.SubscriberId == subscriber && d.State == DeliveryState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, DeliveryState.Dropped).SetProperty(d => d.SettledAt, now).SetProperty(d => d.Fault, "The mailbox refuses mail."), cancel);
    }

    /// <summary>Counts a refusal that may pass.</summary>
    public static async Task RefusedForNowAsync(AlertsDbContext store, Guid subscriber, Instant now, CancellationToken cancel)
    {
        await store.Subscribers.Where(s => s.Id == subscriber).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.SoftBounces, s => s.SoftBounces + 1).SetProperty(s => s.BouncedAt, now), cancel);
        if (await store.Subscribers.AnyAsync(s => s.Id == subscriber && s.SoftBounces >= MostSoft, cancel))
        {
            await RefusedForGoodAsync(store, subscriber, now, cancel);
        }
    }
}
