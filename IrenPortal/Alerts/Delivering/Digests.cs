using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Alerts.Delivering;

/// <summary>
/// Once a day, makes a mail for everybody with what they wanted and have not got: for who gets mail at once that is nothing, so
/// that a change of rhythm in the middle of a day neither loses a release nor brings it twice.
/// </summary>
public sealed class Digests(IDbContextFactory<AlertsDbContext> stores, PublicNews news, AlertSettings settings, TimeProvider time)
{
    private LocalDate? _done;

    /// <summary>Makes the day's digests, if their time has come.</summary>
    /// <param name="zone">The company's zone.</param>
    /// <param name="cancel">Ends with the portal.</param>
    public async Task RunAsync(DateTimeZone zone, CancellationToken cancel)
    {
        var now = time.StoredNow();
        var local = now.InZone(zone).LocalDateTime;

        // The last day whose hour has come: a portal that was off at the hour catches up at its start.
        var day = local.TimeOfDay >= settings.DigestAt ? local.Date : local.Date.PlusDays(-1);
        if (_done == day)
        {
            return;
        }

        await using var store = await stores.CreateDbContextAsync(cancel);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        if (await store.Progress.SingleOrDefaultAsync(cancel) is not { } progress)
        {
            return;
        }

        if (progress.DigestDay < day)
        {
            // Only what has been put into the outbox is taken: the rows say who got what at once.
            var items = await news.BetweenAsync(progress.DigestNumber, progress.Number, cancel);
            if (items.Count > 0)
            {
                await AddAsync(store, items, References.Of(progress.DigestNumber, progress.Number), now, cancel);
            }

            (progress.DigestNumber, progress.DigestDay) = (progress.Number, day);
            await store.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        _done = day;
    }

    /// <summary>The items that somebody wants and has no mail about.</summary>
    public static IEnumerable<NewsItem> For(Subscriber subscriber, IEnumerable<NewsItem> items, IReadOnlySet<string> got) =>
        items.Where(i => subscriber.ConfirmedAt <= i.CommittedAt && subscriber.Wants(i.CategoryKey) && !got.Contains(References.Of(i.Number)));

    private static async Task AddAsync(AlertsDbContext store, IReadOnlyList<NewsItem> items, string reference, Instant now, CancellationToken cancel)
    {
        string[] numbers = [.. items.Select(i => References.Of(i.Number))];
        var got = (await store.Deliveries
                .Where(d => d.Kind == DeliveryKind.Edition && numbers.Contains(d.Reference))
                .Select(d => new { d.SubscriberId, d.Reference })
                .ToListAsync(cancel))
            .ToLookup(d => d.SubscriberId!.Value, d => d.Reference);
        var subscribers = await store.Subscribers.AsNoTracking().Where(s => s.State == SubscriberState.Active).ToListAsync(cancel);
        store.Deliveries.AddRange(subscribers
            .Where(s => For(s, items, got[s.Id].ToHashSet(StringComparer.Ordinal)).Any())
            .Select(s => Delivery.New(s.Id, DeliveryKind.Digest, reference, now)));
    }
}
