using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Frame;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Subscribers;

/// <summary>Reads how the e-mail alerts stand, in numbers: no address leaves their store.</summary>
public sealed class SubscribersReading(IDbContextFactory<AlertsDbContext> alerts, IDbContextFactory<PublicDbContext> publics, PublishedSites sites, TimeProvider time)
{
    private const int Mailings = 20;
    private static readonly Duration FaultsOf = Duration.FromDays(7);

    /// <summary>The page.</summary>
    public async Task<SubscribersView> ReadAsync(StaffFrame frame, string? done, CancellationToken cancel)
    {
        var now = time.StoredNow();
        await using var store = await alerts.CreateDbContextAsync(cancel);
        var categories = (await sites.CurrentAsync()).Company.Categories;
        return new SubscribersView(frame, await PeopleAsync(store, categories, cancel), await OutboxAsync(store, now, cancel), await MailingsAsync(store, cancel), now, done);
    }

    private static async Task<SubscriberCounts> PeopleAsync(AlertsDbContext store, IReadOnlyList<string> categories, CancellationToken cancel)
    {
        var groups = await store.Subscribers
            .GroupBy(s => new { s.State, s.Rhythm, s.Categories })
            .Select(g => new { g.Key.State, g.Key.Rhythm, g.Key.Categories, Count = g.Count() })
            .ToListAsync(cancel);
        var active = groups.Where(g => g.State is SubscriberState.Active).ToList();
        return new SubscriberCounts(
            active.Where(g => g.Rhythm is AlertRhythm.Immediate).Sum(g => g.Count),
            active.Where(g => g.Rhythm is AlertRhythm.Daily).Sum(g => g.Count),
            groups.Where(g => g.State is SubscriberState.Pending).Sum(g => g.Count),
            groups.Where(g => g.State is SubscriberState.Bounced).Sum(g => g.Count),
            [.. categories.Select(c => (c, active.Where(g => Subscriber.Wants(g.Categories, MatchKey.Fold(c))).Sum(g => g.Count)))]);
    }

    private static async Task<OutboxState> OutboxAsync(AlertsDbContext store, Instant now, CancellationToken cancel)
    {
        var counts = await store.Deliveries.GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var since = now - FaultsOf;
        var faults = await store.Deliveries
            .Where(d => d.State == DeliveryState.Failed && d.SettledAt >= since)
            .GroupBy(d => d.Fault)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        var progress = await store.Progress.AsNoTracking().SingleOrDefaultAsync(cancel);
        return new OutboxState(
            counts.GetValueOrDefault(DeliveryState.Queued),
            await store.Deliveries.Where(d => d.State == DeliveryState.Queued && d.DueAt <= now).MinAsync(d => (Instant?)d.DueAt, cancel),
            counts.GetValueOrDefault(DeliveryState.Sending),
            counts.GetValueOrDefault(DeliveryState.Uncertain),
            [.. faults.OrderByDescending(f => f.Count).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Count))],
            progress is { MailFault.Length: > 0 } ? progress.MailFault : null,
            progress?.MailFaultSince);
    }

    private async Task<IReadOnlyList<MailingRow>> MailingsAsync(AlertsDbContext store, CancellationToken cancel)
    {
        var groups = await store.Deliveries
            .Where(d => d.Kind == DeliveryKind.Edition || d.Kind == DeliveryKind.Digest)
            .GroupBy(d => new { d.Kind, d.Reference })
            .Select(g => new
            {
                g.Key.Kind,
                g.Key.Reference,
                QueuedAt = g.Min(d => d.QueuedAt),
                Made = g.Count(),
                Sent = g.Count(d => d.State == DeliveryState.Sent),
                Waiting = g.Count(d => d.State == DeliveryState.Queued || d.State == DeliveryState.Sending),
                First = g.Min(d => d.State == DeliveryState.Sent ? d.SettledAt : null),
                Last = g.Max(d => d.State == DeliveryState.Sent ? d.SettledAt : null),
            })
            .OrderByDescending(g => g.QueuedAt)
            .Take(Mailings)
            .ToListAsync(cancel);
        long[] numbers = [.. groups.Where(g => g.Kind is DeliveryKind.Edition).Select(g => long.Parse(g.Reference, CultureInfo.InvariantCulture))];
        await using var published = await publics.CreateDbContextAsync(cancel);
        var editions = await published.Editions
            .Where(e => numbers.Contains(e.Number))
            .Select(e => new { e.Number, e.Title, e.Slug, e.Version, e.CommittedAt })
            .ToDictionaryAsync(e => e.Number.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal, cancel);
        return [.. groups.Select(g => g.Kind is DeliveryKind.Edition && editions.GetValueOrDefault(g.Reference) is { } edition
            ? new MailingRow(edition.Title, "/news/" + edition.Slug, edition.Version, edition.CommittedAt, g.Made, g.Sent, g.Waiting, g.First, g.Last)
            : new MailingRow("Mail of the day", null, 0, null, g.Made, g.Sent, g.Waiting, g.First, g.Last))];
    }
}
