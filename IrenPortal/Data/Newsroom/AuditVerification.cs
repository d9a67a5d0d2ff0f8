using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Data.Newsroom;

/// <summary>The result of checking the audit.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Head">Hash of the last one; null when empty. Who noted it elsewhere can tell later that none was cut off.</param>
/// <param name="Fault">The first entry that fails and why, or null.</param>
public sealed record AuditVerificationResult(long Entries, string? Head, string? Fault);

/// <summary>Re-checks the audit: order, links and hashes, that openings and their entries fit each other, and that the triggers are there.</summary>
public static class AuditVerification
{
    /// <summary>Reads everything in one snapshot; names the first entry that fails.</summary>
    public static async Task<AuditVerificationResult> RunAsync(NewsroomDbContext newsroom, CancellationToken cancel)
    {
        await using var snapshot = await newsroom.BeginSnapshotAsync(cancel);
        var opened = new Dictionary<Opening, Queue<long>>();
        AuditEntry? last = null;
        long count = 0;
        await foreach (var entry in newsroom.AuditEntries.AsNoTracking().OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (LinkFault(entry, last) is { } fault)
            {
                return new AuditVerificationResult(count, last?.Hash, $"audit entry {entry.Number} ({entry.Action}): {fault}");
            }

            if (entry.Action == AuditEntry.Opened)
            {
                var key = new Opening(entry);
                (opened.TryGetValue(key, out var numbers) ? numbers : opened[key] = new Queue<long>()).Enqueue(entry.Number);
            }

            (last, count) = (entry, count + 1);
        }

        return new AuditVerificationResult(count, last?.Hash, await OpeningsFaultAsync(newsroom, opened, cancel) ?? await TriggerFaultAsync(newsroom, cancel));
    }

    private static string? LinkFault(AuditEntry entry, AuditEntry? last)
    {
        if (entry.Previous != (last?.Hash ?? AuditChain.Genesis))
        {
            return "previous is not the hash of the entry before";
        }

        return entry.Hash == AuditChain.Hash(entry.Number, entry.At, entry.Actor, entry.Action, entry.Subject, entry.Detail, entry.Previous)
            ? null
            : "hash does not follow from the fields";
    }

    private static async Task<string?> OpeningsFaultAsync(NewsroomDbContext newsroom, Dictionary<Opening, Queue<long>> opened, CancellationToken cancel)
    {
        await foreach (var opening in newsroom.ItemOpenings.AsNoTracking().OrderBy(o => o.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!opened.TryGetValue(new Opening(AuditChain.Of(opening)), out var numbers) || !numbers.TryDequeue(out _))
            {
                return $"opening {opening.Number}: no audit entry records it";
            }
        }

        var missing = opened.Values.Where(n => n.Count > 0).Select(n => n.Peek()).Order().ToList();
        return missing.Count > 0 ? $"audit entry {missing[0]} ({AuditEntry.Opened}): its line on the insider list is not there or says something else" : null;
    }

    private static async Task<string?> TriggerFaultAsync(NewsroomDbContext newsroom, CancellationToken cancel)
    {
        var missing = await Immutability.MissingAsync(newsroom, cancel);
        return missing.Count > 0 ? $"trigger {missing[0]}: missing; start the portal to make it again" : null;
    }

    // What an entry and a line of the insider list have in common.
    private sealed record Opening(string At, string Actor, string Subject, string Detail)
    {
        public Opening(AuditEntry entry)
            : this(AuditChain.Format(entry.At), entry.Actor, entry.Subject, entry.Detail)
        {
        }
    }
}
