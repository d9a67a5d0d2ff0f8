using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Data.Newsroom;

/// <summary>
/// The audit's hash chain. Every save of the newsroom is alone from here to its commit, so that numbers and links are given
/// one after the other: on SQLite by BEGIN IMMEDIATE, on PostgreSQL by an advisory lock taken before the first row is touched.
/// </summary>
public static class AuditChain
{
    private static readonly InstantPattern At = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary>What the first entry names as its previous.</summary>
    public static string Genesis { get; } = new('0', 64);

    /// <summary>The hash of an entry with these fields.</summary>
    public static string Hash(long number, Instant at, string actor, string action, string subject, string detail, string previous) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            '\n', number.ToString(CultureInfo.InvariantCulture), At.Format(at), actor, action, subject, detail, previous))));

    /// <summary>The instant as it is hashed and exported: whole milliseconds, UTC.</summary>
    public static string Format(Instant at) => At.Format(at);

    /// <summary>Waits until no other transaction writes to the newsroom; held until the caller's transaction ends.</summary>
    public static Task LockAsync(NewsroomDbContext newsroom, CancellationToken cancel) => newsroom.Database.IsSqlite()
        ? Task.CompletedTask
        : newsroom.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7240032)", cancel);

    /// <summary>Adds an entry for each new opening and links all new entries to the chain, inside the caller's transaction.</summary>
    internal static async Task ExtendAsync(NewsroomDbContext newsroom, CancellationToken cancel)
    {
        await LockAsync(newsroom, cancel);
        foreach (var opening in newsroom.ChangeTracker.Entries<ItemOpening>().Where(o => o.State is EntityState.Added).Select(o => o.Entity).ToList())
        {
            if (newsroom.RecordedOpenings.Add(opening))
            {
                newsroom.AuditEntries.Add(Of(opening));
            }
        }

        var added = newsroom.ChangeTracker.Entries<AuditEntry>().Where(e => e.State is EntityState.Added).OrderBy(Order).ToList();
        if (added.Count == 0)
        {
            return;
        }

        var last = await newsroom.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).Select(e => new { e.Number, e.Hash }).FirstOrDefaultAsync(cancel);
        var first = (last?.Number ?? 0) + 1;
        var previous = last?.Hash ?? Genesis;
        for (var i = 0; i < added.Count; i++)
        {
            previous = Link(added[i].Entity, first + i, previous);
        }

        // From the last on, so that no number is given while another entry still has it from a save that failed.
        for (var i = added.Count - 1; i >= 0; i--)
        {
            var number = added[i].Property(e => e.Number);
            (number.CurrentValue, number.IsTemporary) = (first + i, false);
        }
    }

    /// <summary>Links an entry and returns its hash.</summary>
    internal static string Link(AuditEntry entry, long number, string previous)
    {
        var hash = Hash(number, entry.At, entry.Actor, entry.Action, entry.Subject, entry.Detail, previous);
        entry.Link(previous, hash);
        return hash;
    }

    /// <summary>The entry that records an opening.</summary>
    internal static AuditEntry Of(ItemOpening opening) => new()
    {
        At = opening.At,
        Actor = opening.UserId,
        Action = AuditEntry.Opened,
        Subject = opening.DocumentId.ToString("N"),
        Detail = string.Create(CultureInfo.InvariantCulture, $"revision {opening.Revision}"),
    };

    // Temporary numbers are below zero and ascend as entries are added.
    private static (bool, long) Order(EntityEntry<AuditEntry> entry) =>
        (entry.Property(e => e.Number).CurrentValue < 0, entry.Property(e => e.Number).CurrentValue);
}
