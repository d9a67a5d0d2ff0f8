using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Timings;

/// <summary>
/// Puts on record when releases were first read and when their e-mail alerts went. Both are known only after a while; then they go
/// through the gate as everything public does.
/// </summary>
public sealed class TimingDesk(
    IDbContextFactory<NewsroomDbContext> newsrooms, IDbContextFactory<PublicDbContext> stores, IDbContextFactory<AlertsDbContext> alerts, FirstReads reads, ReleaseDesk releases, DraftVault vault, TimeProvider time)
{
    /// <summary>How long after its commit a release is measured: time enough for readers, and for most mail.</summary>
    public static readonly Duration Wait = Duration.FromMinutes(15);

    /// <summary>Mail that is still under way by then is not waited for.</summary>
    public static readonly Duration LongestWait = Duration.FromDays(1);

    /// <summary>Puts on record what is known of each release that is due for it; history that was brought in never is.</summary>
    /// <returns>How many releases.</returns>
    public async Task<int> RecordAsync(CancellationToken cancel)
    {
        var now = time.StoredNow();
        var measured = new List<TimingItem>();
        foreach (var (number, committedAt) in await UnmeasuredAsync(now, cancel))
        {
            if (await MeasureAsync(number, isLast: now - committedAt >= LongestWait, cancel) is { } timing)
            {
                measured.Add(timing);
            }
        }

        if (measured.Count > 0)
        {
            var key = $"timing-{Guid.NewGuid():N}";
            await HandOverAsync(key, measured, now, cancel);
            await releases.CarryOutAsync(key, CancellationToken.None);
        }

        return measured.Count;
    }

    // After a day without the portal nothing is left to be measured.
    private async Task<IReadOnlyList<(long Number, Instant CommittedAt)>> UnmeasuredAsync(Instant now, CancellationToken cancel)
    {
        var (from, to) = (now - LongestWait - Wait, now - Wait);
        await using var store = await stores.CreateDbContextAsync(cancel);
        var editions = await store.Editions
            .Where(e => e.Kind == EditionKind.Announcement && e.Version == 1 && e.CommittedAt >= from && e.CommittedAt <= to && !store.Timings.Any(t => t.EditionNumber == e.Number))
            .OrderBy(e => e.Number)
            .Select(e => new { e.Number, e.CommittedAt, Command = store.CarriedOutCommands.Where(c => c.FirstNumber <= e.Number).OrderByDescending(c => c.FirstNumber).First().Key })
            .ToListAsync(cancel);
        return [.. editions.Where(e => CommandKeys.OriginOf(e.Command) is not CommandOrigin.Imported).Select(e => (e.Number, e.CommittedAt))];
    }

    // Null while mail is still under way.
    private async Task<TimingItem?> MeasureAsync(long number, bool isLast, CancellationToken cancel)
    {
        var reference = number.ToString(CultureInfo.InvariantCulture);
        await using var store = await alerts.CreateDbContextAsync(cancel);
        var mails = store.Deliveries.Where(d => d.Kind == DeliveryKind.Edition && d.Reference == reference);
        if (!isLast && await mails.AnyAsync(d => d.State == DeliveryState.Queued || d.State == DeliveryState.Sending, cancel))
        {
            return null;
        }

        var sent = mails.Where(d => d.State == DeliveryState.Sent);
        return new TimingItem(number, FirstReadOf(number), await sent.CountAsync(cancel), await sent.MinAsync(d => d.SettledAt, cancel), await sent.MaxAsync(d => d.SettledAt, cancel));
    }

    private Instant? FirstReadOf(long number) => reads.Of(number) is { } read ? new[] { read.Page, read.List, read.Api }.Min() : null;

    private async Task HandOverAsync(string key, List<TimingItem> measured, Instant now, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        newsroom.PendingReleases.Add(new ReleasePackage(new ReleaseCommand(key) { Timings = measured }, []).Seal(vault, StaffGuard.System, now));
        newsroom.Record(now, StaffGuard.System, "release.timed", Guid.Empty, string.Create(CultureInfo.InvariantCulture, $"{measured.Count}"));
        await newsroom.SaveChangesAsync(cancel);
    }
}
