using System.Globalization;
using System.Security.Cryptography;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Gate;

/// <summary>The result of checking a public store.</summary>
/// <param name="Entries">How many ledger entries there are.</param>
/// <param name="Head">Hash of the last one; null when empty.</param>
/// <param name="Fault">The first item that fails and why, or null.</param>
public sealed record VerificationResult(long Entries, string? Head, string? Fault);

/// <summary>
/// Re-checks the whole ledger: chain, signatures, the hash of every item, every column of every row, that nothing stands
/// outside it, that the projections follow from it and that the immutability triggers are there.
/// </summary>
public static class StoreVerification
{
    /// <summary>Reads everything in one snapshot; names the first item that fails.</summary>
    public static async Task<VerificationResult> RunAsync(PublicDbContext store, CancellationToken cancel)
    {
        await using var snapshot = await store.BeginSnapshotAsync(cancel);
        var ledger = await store.Ledger.AsNoTracking().OrderBy(e => e.Number).ToListAsync(cancel);
        var keys = await store.LedgerKeys.AsNoTracking().OrderBy(k => k.FromNumber).ToListAsync(cancel);
        var fault = ChainFault(ledger, keys)
            ?? await RowsFaultAsync(store, ledger, keys, cancel)
            ?? await ProjectionFaultAsync(store, cancel)
            ?? await SearchVerification.FaultAsync(store, cancel)
            ?? await TriggerFaultAsync(store, cancel);
        return new VerificationResult(ledger.Count, ledger.LastOrDefault()?.Hash, fault);
    }

    private static string? ChainFault(List<LedgerEntry> ledger, List<LedgerKey> keys)
    {
        LedgerEntry? previous = null;
        foreach (var entry in ledger)
        {
            var key = keys.LastOrDefault(k => k.FromNumber <= entry.Number);
            if (key is null)
            {
                return $"ledger entry {entry.Number}: no key is known for it";
            }

            using var ecdsa = ECDsa.Create();
            try
            {
                ecdsa.ImportFromPem(key.PublicKeyPem);
            }
            catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
            {
                return $"ledger key from entry {key.FromNumber}: unreadable";
            }

            if (LedgerChain.Fault(entry, previous, ecdsa) is { } fault)
            {
                return $"ledger entry {entry.Number} ({entry.Kind} {entry.Subject}): {fault}";
            }

            previous = entry;
        }

        return null;
    }

    private static async Task<string?> RowsFaultAsync(PublicDbContext store, List<LedgerEntry> ledger, List<LedgerKey> keys, CancellationToken cancel)
    {
        var commands = await store.CarriedOutCommands.AsNoTracking().OrderBy(c => c.FirstNumber).ToListAsync(cancel);
        var accounted = new RowCounts();
        long next = 1;
        foreach (var command in commands)
        {
            if (command.FirstNumber != next || command.LastNumber > ledger.Count || command.LastNumber < command.FirstNumber)
            {
                return $"command {command.Key}: it does not follow entry {next - 1}";
            }

            var entries = ledger[(int)(command.FirstNumber - 1)..(int)command.LastNumber];
            var rows = await RowsOfAsync(store, command, keys, cancel);
            if (EntriesFault(entries, rows) is { } fault)
            {
                return fault;
            }

            accounted.Add(rows);
            next = command.LastNumber + 1;
        }

        if (next != ledger.Count + 1)
        {
            return $"ledger entry {next}: no command wrote it";
        }

        return await accounted.StrayAsync(store, cancel);
    }

    private static async Task<CommandRows> RowsOfAsync(PublicDbContext store, CarriedOutCommand command, List<LedgerKey> keys, CancellationToken cancel)
    {
        var (first, last) = (command.FirstNumber, command.LastNumber);
        var rows = new CommandRows(command);
        rows.Keys.AddRange(keys.Where(k => k.FromNumber >= first && k.FromNumber <= last));
        rows.Files.AddRange(await store.Files.AsNoTracking().Where(x => x.Number >= first && x.Number <= last).ToListAsync(cancel));
        rows.Editions.AddRange(await store.Editions.AsNoTracking().Where(x => x.Number >= first && x.Number <= last).ToListAsync(cancel));
        rows.Tags.AddRange(await store.EditionTags.AsNoTracking().Where(x => x.EditionNumber >= first && x.EditionNumber <= last).ToListAsync(cancel));
        rows.Uses.AddRange(await store.EditionFiles.AsNoTracking().Where(x => x.EditionNumber >= first && x.EditionNumber <= last).ToListAsync(cancel));
        rows.Bars.AddRange(await store.BarRevisions.AsNoTracking().Where(x => x.Number >= first && x.Number <= last).ToListAsync(cancel));
        rows.Actions.AddRange(await store.CorporateActions.AsNoTracking().Where(x => x.Number >= first && x.Number <= last).ToListAsync(cancel));
        rows.Timings.AddRange(await store.Timings.AsNoTracking().Where(x => x.Number >= first && x.Number <= last).ToListAsync(cancel));
        rows.Filings.AddRange(await store.Filings.AsNoTracking().Where(x => x.Number >= first && x.Number <= last).ToListAsync(cancel));
        return rows;
    }

    private static string? EntriesFault(List<LedgerEntry> entries, CommandRows rows)
    {
        foreach (var entry in entries.SkipLast(1))
        {
            var sha256 = ItemHash(entry, rows);
            if (sha256 != entry.Sha256)
            {
                return $"ledger entry {entry.Number} ({entry.Kind} {entry.Subject}): the store {(sha256 is null ? "lacks it" : "holds something else")}";
            }
        }

        var closing = entries[^1];
        return closing.Kind == LedgerChain.CommitKind && closing.Sha256 == RowDigest.Of(rows)
            ? null
            : $"ledger entry {closing.Number} (commit {closing.Subject}): a column of the rows it covers was changed";
    }

    private static string? ItemHash(LedgerEntry entry, CommandRows rows) => entry.Kind switch
    {
        "file" => rows.Files.Find(f => f.Number == entry.Number && $"{f.Id}/{f.Name}" == entry.Subject && f.Length == f.Bytes.Length) is { } file ? LedgerChain.Sha256(file.Bytes) : null,
        BarsInForce.PricesKind => rows.Bars.Where(b => b.Number == entry.Number && b.Symbol == entry.Subject).OrderBy(b => b.Date).ToList() is { Count: > 0 } bars ? LedgerChain.Sha256(BarCsv.Write(bars)) : null,
        BarsInForce.ActionsKind => rows.Actions.Where(a => a.Number == entry.Number && a.Symbol == entry.Subject).OrderBy(a => a.ExDate).ThenBy(a => a.Kind, StringComparer.Ordinal).ToList() is { Count: > 0 } actions ? LedgerChain.Sha256(BarCsv.Write(actions)) : null,
        FilingsInForce.Kind => rows.Filings.Where(f => f.Number == entry.Number && f.Cik == entry.Subject).InOrder().ToList() is { Count: > 0 } filings ? LedgerChain.Sha256(FilingCsv.Write(filings)) : null,
        EditionTiming.Kind => rows.Timings.Find(t => t.Number == entry.Number && t.EditionNumber.ToString(CultureInfo.InvariantCulture) == entry.Subject) is { } timing ? LedgerChain.Sha256(timing.ToCsv()) : null,
        _ => rows.Editions.Find(e => e.Number == entry.Number && string.Equals(e.Kind.ToString(), entry.Kind, StringComparison.OrdinalIgnoreCase) && string.Create(CultureInfo.InvariantCulture, $"{e.Slug}/{e.Version}") == entry.Subject) is { } edition
            ? LedgerChain.Sha256(edition.Markdown)
            : null,
    };

    private static async Task<string?> ProjectionFaultAsync(PublicDbContext store, CancellationToken cancel)
    {
        var newest = await store.Editions.AsNoTracking().Select(e => new { e.Kind, e.Slug, e.Version, e.Number }).ToListAsync(cancel);
        var expected = newest.GroupBy(e => (e.Kind, e.Slug)).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Version)!.Number);
        var current = await store.CurrentEditions.AsNoTracking().ToDictionaryAsync(c => (c.Kind, c.Slug), c => c.EditionNumber, cancel);
        if (Difference(expected, current) is { } document)
        {
            return $"{document.Kind} {document.Slug}: the current view is not its newest edition";
        }

        var bars = await store.BarRevisions.AsNoTracking().Select(b => new { b.Symbol, b.Date, b.Number }).ToListAsync(cancel);
        var expectedBars = bars.GroupBy(b => (b.Symbol, b.Date)).ToDictionary(g => g.Key, g => g.Max(b => b.Number));
        var currentBars = await store.CurrentBars.AsNoTracking().ToDictionaryAsync(c => (c.Symbol, c.Date), c => c.Number, cancel);
        return Difference(expectedBars, currentBars) is { } bar ? $"{bar.Symbol} {bar.Date:R}: the current bar is not its newest revision" : null;
    }

    private static TKey? Difference<TKey>(Dictionary<TKey, long> expected, Dictionary<TKey, long> current)
        where TKey : struct
    {
        foreach (var (key, number) in expected)
        {
            if (!current.TryGetValue(key, out var found) || found != number)
            {
                return key;
            }
        }

        foreach (var key in current.Keys)
        {
            if (!expected.ContainsKey(key))
            {
                return key;
            }
        }

        return null;
    }

    private static async Task<string?> TriggerFaultAsync(PublicDbContext store, CancellationToken cancel)
    {
        var missing = await Immutability.MissingAsync(store, cancel);
        return missing.Count > 0 ? $"trigger {missing[0]}: missing; start the portal to make it again" : null;
    }

    /// <summary>Rows that some command accounts for, to find those that none does.</summary>
    private sealed class RowCounts
    {
        private int _files, _editions, _tags, _uses, _bars, _actions, _filings, _timings, _keys;

        public void Add(CommandRows rows)
        {
            _files += rows.Files.Count;
            _editions += rows.Editions.Count;
            _tags += rows.Tags.Count;
            _uses += rows.Uses.Count;
            _bars += rows.Bars.Count;
            _actions += rows.Actions.Count;
            _filings += rows.Filings.Count;
            _timings += rows.Timings.Count;
            _keys += rows.Keys.Count;
        }

        public async Task<string?> StrayAsync(PublicDbContext store, CancellationToken cancel)
        {
            (string Name, int Accounted, int Present)[] tables =
            [
                ("files", _files, await store.Files.CountAsync(cancel)),
                ("editions", _editions, await store.Editions.CountAsync(cancel)),
                ("tags", _tags, await store.EditionTags.CountAsync(cancel)),
                ("file uses", _uses, await store.EditionFiles.CountAsync(cancel)),
                ("bars", _bars, await store.BarRevisions.CountAsync(cancel)),
                ("corporate actions", _actions, await store.CorporateActions.CountAsync(cancel)),
                ("filings", _filings, await store.Filings.CountAsync(cancel)),
                ("timings", _timings, await store.Timings.CountAsync(cancel)),
                ("ledger keys", _keys, await store.LedgerKeys.CountAsync(cancel)),
            ];
            var stray = Array.Find(tables, t => t.Accounted != t.Present);
            return stray.Name is null ? null : $"{stray.Name}: {stray.Present} rows, the ledger accounts for {stray.Accounted}";
        }
    }
}
