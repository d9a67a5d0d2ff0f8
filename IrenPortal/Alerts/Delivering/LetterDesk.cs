using IrenPortal.Alerts.Mails;
using IrenPortal.Data.Alerts;
using IrenPortal.Data.Public;
using IrenPortal.Site.Layout;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Alerts.Delivering;

/// <summary>
/// Decides at the last moment what a row of the outbox says: it looks into the public store again, and what was replaced or is no
/// longer wanted gives no letter.
/// </summary>
public sealed class LetterDesk(PublicNews news, AlertLetters letters, IDbContextFactory<AlertsDbContext> stores)
{
    /// <summary>The letters of a few mails, in their order; null where none is to be sent.</summary>
    public async Task<IReadOnlyList<Letter?>> WriteAsync(IReadOnlyList<ClaimedDelivery> volley, SiteChrome site, CancellationToken cancel)
    {
        var numbers = volley.Where(c => c.Delivery.Kind is DeliveryKind.Edition).Select(c => References.Number(c.Delivery.Reference)).Distinct().ToList();
        var editions = await news.CurrentAsync(numbers, cancel);
        var written = new List<Letter?>(volley.Count);
        foreach (var claimed in volley)
        {
            written.Add(await WriteAsync(claimed, editions, site, cancel));
        }

        return written;
    }

    private async Task<Letter?> WriteAsync(ClaimedDelivery claimed, IReadOnlyDictionary<long, Edition> editions, SiteChrome site, CancellationToken cancel) =>
        (claimed.Delivery.Kind, claimed.Subscriber) switch
        {
            (DeliveryKind.Test, _) => AlertLetters.Trial(site),
            (DeliveryKind.Confirmation, { State: SubscriberState.Pending } to) => letters.Confirmation(to, site),
            (DeliveryKind.Reminder, { State: SubscriberState.Active } to) => letters.Reminder(to, site),
            (DeliveryKind.Edition, { State: SubscriberState.Active } to) => editions.GetValueOrDefault(References.Number(claimed.Delivery.Reference)) is { } edition
                ? letters.Edition(to, edition, site)
                : null,
            (DeliveryKind.Digest, { State: SubscriberState.Active } to) => await DigestAsync(to, claimed.Delivery.Reference, site, cancel),
            _ => null,
        };

    private async Task<Letter?> DigestAsync(Subscriber to, string reference, SiteChrome site, CancellationToken cancel)
    {
        var (after, upTo) = References.Range(reference);
        await using var store = await stores.CreateDbContextAsync(cancel);
        var got = await store.Deliveries.Where(d => d.SubscriberId == to.Id && d.Kind == DeliveryKind.Edition).Select(d => d.Reference).ToHashSetAsync(cancel);
        var wanted = Digests.For(to, await news.BetweenAsync(after, upTo, cancel), got).Select(i => i.Number).ToList();
        var editions = await news.CurrentAsync(wanted, cancel);
        return editions.Count == 0 ? null : letters.Digest(to, [.. editions.Values.OrderByDescending(e => e.ReleasedAt).ThenBy(e => e.Slug, StringComparer.Ordinal)], site);
    }
}
