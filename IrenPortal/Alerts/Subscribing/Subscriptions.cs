using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Alerts.Subscribing;

/// <summary>Asks, confirms, changes and ends subscriptions. Nothing here sends: mail goes into the outbox with what it follows from.</summary>
public sealed class Subscriptions(IDbContextFactory<AlertsDbContext> stores, TimeProvider time)
{
    // A form can be sent by anybody for any address: its owner must not be flooded.
    private const int MostFormMailsADay = 3;
    private static readonly Duration BetweenFormMails = Duration.FromMinutes(10);

    /// <summary>
    /// Takes what a form asks for. Whoever asks learns nothing of whether the address is known: the answer is in the mailbox. What is
    /// subscribed already is not changed by it, since anybody could ask.
    /// </summary>
    public async Task AskAsync(string address, Wishes wishes, CancellationToken cancel)
    {
        var now = time.StoredNow();
        var key = EmailAddress.Key(address);
        await using var store = await stores.CreateDbContextAsync(cancel);
        var subscriber = await store.Subscribers.SingleOrDefaultAsync(s => s.AddressKey == key, cancel);
        if (subscriber is null)
        {
            subscriber = New(address, key, wishes, now);
            store.Subscribers.Add(subscriber);
        }
        else if (!MayMail(subscriber, now))
        {
            return;
        }
        else
        {
            AskAgain(subscriber, wishes, now);
        }

        store.Deliveries.Add(Delivery.New(
            subscriber.Id, subscriber.State is SubscriberState.Active ? DeliveryKind.Reminder : DeliveryKind.Confirmation, InstantPattern.ExtendedIso.Format(now), now));
        try
        {
            await store.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (subscriber.FormMails == 1)
        {
            // The same address was asked for twice in one moment; the other request did it.
        }
    }

    /// <summary>Confirms what was asked for; null where nothing waits and nothing is confirmed.</summary>
    public Task<Subscriber?> ConfirmAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, (subscriber, now) =>
    {
        if (subscriber.State is not SubscriberState.Active)
        {
            subscriber.State = SubscriberState.Active;
            subscriber.ConfirmedAt = now;
            subscriber.BouncedAt = null;
            subscriber.SoftBounces = 0;
            subscriber.FormMails = 0;
        }
    }, cancel);

    /// <summary>Changes what somebody gets; null for who is unknown.</summary>
    public Task<Subscriber?> ChangeAsync(Guid id, Wishes wishes, CancellationToken cancel) =>
        ChangeAsync(id, (subscriber, _) => (subscriber.Rhythm, subscriber.Categories) = (wishes.Rhythm, wishes.Categories), cancel);

    /// <summary>Who it is; null for who is unknown.</summary>
    public async Task<Subscriber?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);
    }

    /// <summary>Deletes all that is kept of somebody, their mail in the outbox included.</summary>
    public async Task ForgetAsync(Guid id, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        await store.Subscribers.Where(s => s.Id == id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>All that is kept of somebody; null for who is unknown.</summary>
    public async Task<PersonalData?> ExportAsync(Guid id, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is { } subscriber
            ? PersonalData.Of(subscriber, await store.Deliveries.AsNoTracking().Where(d => d.SubscriberId == id).OrderBy(d => d.QueuedAt).ThenBy(d => d.Id).ToListAsync(cancel))
            : null;
    }

    private static Subscriber New(string address, string key, Wishes wishes, Instant now) => new()
    {
        Id = Guid.NewGuid(),
        Address = address,
        AddressKey = key,
        State = SubscriberState.Pending,
        Rhythm = wishes.Rhythm,
        Categories = wishes.Categories,
        AskedAt = now,
        FormMailAt = now,
        FormMails = 1,
        SoftBounces = 0,
    };

    private static void AskAgain(Subscriber subscriber, Wishes wishes, Instant now)
    {
        subscriber.FormMails = now - subscriber.FormMailAt >= Duration.FromDays(1) ? 1 : subscriber.FormMails + 1;
        subscriber.FormMailAt = now;
        if (subscriber.State is not SubscriberState.Active)
        {
            subscriber.State = SubscriberState.Pending;
            (subscriber.Rhythm, subscriber.Categories, subscriber.AskedAt) = (wishes.Rhythm, wishes.Categories, now);
        }
    }

    private static bool MayMail(Subscriber subscriber, Instant now) => now - subscriber.FormMailAt is var since
        && (since >= Duration.FromDays(1) || (since >= BetweenFormMails && subscriber.FormMails < MostFormMailsADay));

    private async Task<Subscriber?> ChangeAsync(Guid id, Action<Subscriber, Instant> change, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        if (await store.Subscribers.SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } subscriber)
        {
            return null;
        }

        change(subscriber, time.StoredNow());
        await store.SaveChangesAsync(cancel);
        return subscriber;
    }
}
