using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Data.Newsroom;
using IrenPortal.Ui.Formats;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Subscribers;

/// <summary>What staff may ask of the outbox. It is done by a row there: the worker that sends is called by nobody.</summary>
public sealed class SubscribersDesk(IDbContextFactory<AlertsDbContext> alerts, IDbContextFactory<NewsroomDbContext> newsrooms, TimeProvider time)
{
    /// <summary>Sends a trial to whoever asks.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="address">Their account's address.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task TryAsync(string by, string address, CancellationToken cancel)
    {
        await RecordAsync(by, "alerts.tried", "", cancel);
        await using var store = await alerts.CreateDbContextAsync(cancel);
        store.Deliveries.Add(Delivery.New(null, DeliveryKind.Test, address, time.StoredNow()));
        await store.SaveChangesAsync(cancel);
    }

    /// <summary>Sends again what was cut off in the middle; who got it already gets it twice.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SendAgainAsync(string by, CancellationToken cancel)
    {
        await using var store = await alerts.CreateDbContextAsync(cancel);
        var cut = store.Deliveries.Where(d => d.State == DeliveryState.Uncertain);
        await RecordAsync(by, "alerts.sent-again", Format.Plural(await cut.CountAsync(cancel), "mail", "mails"), cancel);
        return await cut.ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, DeliveryState.Queued).SetProperty(d => d.SettledAt, (NodaTime.Instant?)null).SetProperty(d => d.DueAt, time.StoredNow()), cancel);
    }

    // Recorded first: what can't be recorded is not done.
    private async Task RecordAsync(string by, string action, string detail, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        newsroom.Record(time.StoredNow(), by, action, Guid.Empty, detail);
        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
