using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Alerts;

/// <summary>How long something is kept of a person, which the form promises, and the deleting.</summary>
public sealed class Retention(IDbContextFactory<AlertsDbContext> stores, TimeProvider time)
{
    /// <summary>Hours after which an address that nobody confirmed is deleted.</summary>
    public const int PendingHours = 48;

    /// <summary>Days after which an address that refuses mail is deleted.</summary>
    public const int BouncedDays = 90;

    /// <summary>Days after which the note that somebody got a mail is deleted.</summary>
    public const int DeliveryDays = 90;

    /// <summary>Deletes what is over its time.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = time.StoredNow();
        var (asked, bounced, settled) = (now - Duration.FromHours(PendingHours), now - Duration.FromDays(BouncedDays), now - Duration.FromDays(DeliveryDays));
        await using var store = await stores.CreateDbContextAsync(cancel);
        await store.Subscribers
            .Where(s => (s.State == SubscriberState.Pending && s.AskedAt < asked) || (s.State == SubscriberState.Bounced && s.BouncedAt < bounced))
            .ExecuteDeleteAsync(cancel);
        await store.Deliveries.Where(d => d.SettledAt < settled).ExecuteDeleteAsync(cancel);
    }
}
