using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Alerts.Delivering;

/// <summary>
/// Puts into the outbox what became public, after it did: one row a person and edition, all rows of an edition in one transaction
/// with how far it has come. A row that is there is not made again.
/// </summary>
public sealed class FanOut(IDbContextFactory<AlertsDbContext> stores, PublicNews news, StoreVersionBoard board, TimeProvider time)
{
    private const int RowsASave = 1000;
    private long _seen = -1;

    /// <summary>Takes what is new, if anything is.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (!board.IsKnown || board.Current == _seen)
        {
            return;
        }

        var version = await news.VersionAsync(cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var progress = await ProgressAsync(store, version, cancel);

        // Behind what is known: another store was put in this one's place. What it holds is no news.
        if (version > progress.Number)
        {
            var now = time.StoredNow();
            foreach (var item in await news.BetweenAsync(progress.Number, version, cancel))
            {
                await AddAsync(store, item, now, cancel);
            }
        }

        await store.Progress.ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Number, version).SetProperty(p => p.DigestNumber, p => p.DigestNumber > version ? version : p.DigestNumber), cancel);
        await transaction.CommitAsync(cancel);
        _seen = version;
    }

    private static async Task AddAsync(AlertsDbContext store, NewsItem item, Instant now, CancellationToken cancel)
    {
        var reference = References.Of(item.Number);
        var wanting = await store.Subscribers.AsNoTracking()
            .Where(s => s.State == SubscriberState.Active && s.Rhythm == AlertRhythm.Immediate && s.ConfirmedAt <= item.CommittedAt)
            .Where(s => !store.Deliveries.Any(d => d.SubscriberId == s.Id && d.Kind == DeliveryKind.Edition && d.Reference == reference))
            .ToListAsync(cancel);
        foreach (var chunk in wanting.Where(s => s.Wants(item.CategoryKey)).Chunk(RowsASave))
        {
            store.Deliveries.AddRange(chunk.Select(s => Delivery.New(s.Id, DeliveryKind.Edition, reference, now)));
            await store.SaveChangesAsync(cancel);
            store.ChangeTracker.Clear();
        }
    }

    // Nobody can have subscribed before the row is there: what was public until then is no news to anyone.
    private async Task<AlertsProgress> ProgressAsync(AlertsDbContext store, long version, CancellationToken cancel)
    {
        if (await store.Progress.AsNoTracking().SingleOrDefaultAsync(cancel) is { } known)
        {
            return known;
        }

        var progress = new AlertsProgress
        {
            Id = AlertsProgress.OnlyId, Number = version, DigestNumber = version, DigestDay = time.StoredNow().InUtc().Date.PlusDays(-1),
        };
        store.Progress.Add(progress);
        await store.SaveChangesAsync(cancel);
        return progress;
    }
}
