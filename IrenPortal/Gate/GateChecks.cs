using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Gate;

/// <summary>What the gate asks again inside its transaction, whatever was asked before.</summary>
internal static class GateChecks
{
    public static IReadOnlyList<string> EarlyIssues(ReleaseCommand command, Instant now) =>
    [
        .. command.Editions.Where(i => now < i.NotBefore)
            .Select(i => $"{i.Kind} {i.Slug}: its time, {LedgerChain.Format(i.NotBefore!.Value)}, has not come; the clock says {LedgerChain.Format(now)}"),
    ];

    public static async Task<IReadOnlyList<string>> IssuesAsync(PublicDbContext store, ReleaseCommand command, CancellationToken cancel)
    {
        var issues = new List<string>();
        var versions = new Dictionary<(EditionKind, string), int>();
        foreach (var item in command.Editions)
        {
            if (!versions.TryGetValue((item.Kind, item.Slug), out var version))
            {
                version = await PublishedVersionAsync(store, item, cancel);
            }

            // A command may carry several editions of a document, each following the one before.
            versions[(item.Kind, item.Slug)] = version + 1;
            if (version != item.BaseVersion)
            {
                issues.Add(item.BaseVersion == 0
                    ? $"{item.Kind} {item.Slug}: the address is taken by something published; choose another slug"
                    : $"{item.Kind} {item.Slug}: version {version} is published, the text was made for a successor of version {item.BaseVersion}; open it again");
            }
        }

        foreach (var item in command.Prices)
        {
            if (item.Basis is { } basis && await store.PricesBasisAsync(item.Symbol, cancel) != basis)
            {
                issues.Add($"prices {item.Symbol}: they were changed since these were looked at; look again");
            }
        }

        await AddFileIssuesAsync(store, command, issues, cancel);
        return issues;
    }

    private static Task<int> PublishedVersionAsync(PublicDbContext store, EditionItem item, CancellationToken cancel) => store.CurrentEditions.AsNoTracking()
        .Where(c => c.Kind == item.Kind && c.Slug == item.Slug)
        .Join(store.Editions, c => c.EditionNumber, e => e.Number, (_, e) => e.Version)
        .SingleOrDefaultAsync(cancel);

    private static async Task AddFileIssuesAsync(PublicDbContext store, ReleaseCommand command, List<string> issues, CancellationToken cancel)
    {
        var files = command.Editions.SelectMany(i => i.Files).Select(f => (f.Name, Sha256: LedgerChain.Sha256(f.Bytes))).Distinct().ToList();
        var names = files.Select(f => f.Name).Distinct(StringComparer.Ordinal).ToList();
        var published = await store.Files.AsNoTracking().Where(f => names.Contains(f.Name)).Select(f => new { f.Name, f.Sha256 }).ToListAsync(cancel);
        issues.AddRange(published
            .Where(p => files.Exists(f => f.Name == p.Name && f.Sha256 != p.Sha256))
            .Select(p => $"file {p.Name}: another file is published under this name; rename yours"));
        issues.AddRange(files.GroupBy(f => f.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"file {g.Key}: two different files have this name; rename one"));
    }
}
