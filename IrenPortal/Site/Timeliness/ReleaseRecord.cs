using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Site.Timeliness;

/// <summary>When an announcement was due and when readers could have it.</summary>
/// <param name="Slug">Its address part.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="ReleasedAt">The instant of release as it was approved or brought in.</param>
/// <param name="CommittedAt">When the store took it, and every channel with it.</param>
/// <param name="Origin">What made it come then.</param>
/// <param name="Timing">When it was first read and mailed; null until that is on record.</param>
public sealed record ReleaseRecord(string Slug, string Headline, Instant ReleasedAt, Instant CommittedAt, CommandOrigin Origin, EditionTiming? Timing)
{
    /// <summary>The approved instant; null for history that was brought in, which was due long before there was this site.</summary>
    public Instant? Due => Origin is CommandOrigin.Imported ? null : ReleasedAt;

    /// <summary>From due to committed; null for history.</summary>
    public Duration? Lag => CommittedAt - Due;

    /// <summary>From due to something that was measured of it; null where either is not known.</summary>
    public Duration? After(Instant? measured) => measured - Due;
}

/// <summary>Reads the first release of every announcement from the record.</summary>
public sealed class ReleaseRecords(IDbContextFactory<PublicDbContext> stores)
{
    /// <summary>The releases up to a store version, newest commit first, then newest due.</summary>
    public async Task<IReadOnlyList<ReleaseRecord>> AtAsync(long version)
    {
        await using var store = await stores.CreateDbContextAsync();
        var first = await store.Editions
            .Where(e => e.Kind == EditionKind.Announcement && e.Version == 1 && e.Number <= version)
            .Select(e => new { e.Number, e.Slug, e.Title, e.ReleasedAt, e.CommittedAt })
            .ToListAsync();
        var timings = await store.Timings.Where(t => t.Number <= version).ToDictionaryAsync(t => t.EditionNumber);
        var commands = await store.CarriedOutCommands.OrderBy(c => c.FirstNumber).Select(c => new { c.FirstNumber, c.Key }).ToListAsync();
        var starts = commands.ConvertAll(c => c.FirstNumber);
        return
        [
            .. first.Select(e => new ReleaseRecord(e.Slug, e.Title, e.ReleasedAt, e.CommittedAt, CommandKeys.OriginOf(commands[CommandOf(e.Number)].Key), timings.GetValueOrDefault(e.Number)))
                .OrderByDescending(r => r.CommittedAt).ThenByDescending(r => r.ReleasedAt).ThenBy(r => r.Slug, StringComparer.Ordinal),
        ];

        // The command that wrote an entry is the last one that began at or before it.
        int CommandOf(long number) => starts.BinarySearch(number) is var found && found >= 0 ? found : ~found - 1;
    }
}
