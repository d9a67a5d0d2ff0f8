using System.Text.Json;
using IrenPortal.Data.Public;
using IrenPortal.Data.Public.Search;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Gate;

/// <summary>
/// Writes what searches find, inside the gate's transaction: of each document its newest edition and nothing else, so that the
/// index can hold nothing that is not public.
/// </summary>
internal sealed class SearchRows(PublicDbContext store)
{
    private const int Chunk = 500;
    private readonly bool _sqlite = store.Database.IsSqlite();

    /// <summary>Takes superseded editions out and puts new ones in.</summary>
    /// <param name="superseded">Numbers of editions that a newer one has followed, in this command or before.</param>
    /// <param name="editions">The command's editions; those that it superseded itself are left out.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task ReplaceAsync(IReadOnlySet<long> superseded, IReadOnlyList<Edition> editions, CancellationToken cancel)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        if (superseded.Count > 0)
        {
            await RemoveAsync([.. superseded], words, cancel);
        }

        var added = editions.Where(e => e.Kind is not EditionKind.Company && !superseded.Contains(e.Number))
            .Select(e => SearchDocument.Of(e.Number, e.Title, e.Summary, e.SearchKey)).ToList();
        await AddAsync(added, words, cancel);
        await CountAsync(words, cancel);
    }

    /// <summary>True where every current edition is in, and nothing else: false after an upgrade that empties the projection.</summary>
    public async Task<bool> AreCompleteAsync(CancellationToken cancel)
    {
        var (entries, current) = (await store.SearchEntries.CountAsync(cancel), await store.Searchable().CountAsync(cancel));
        return entries == current && await store.Searchable().CountAsync(e => store.SearchEntries.Any(s => s.Number == e.Number), cancel) == current;
    }

    /// <summary>Makes all of it anew from the current editions.</summary>
    public async Task RebuildAsync(CancellationToken cancel)
    {
        await store.SearchEntries.ExecuteDeleteAsync(cancel);
        await store.SearchWords.ExecuteDeleteAsync(cancel);
        await store.Database.ExecuteSqlRawAsync(
            _sqlite ? "INSERT INTO \"SearchIndex\" (\"SearchIndex\") VALUES ('delete-all')" : $"DELETE FROM {PublicDbContext.Schema}.\"SearchIndex\"", cancel);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var numbers in (await store.Searchable().Select(e => e.Number).ToListAsync(cancel)).Chunk(Chunk))
        {
            await AddAsync(await DocumentsAsync(numbers, cancel), words, cancel);
            store.ChangeTracker.Clear();
        }

        await CountAsync(words, cancel);
    }

    private async Task<List<SearchDocument>> DocumentsAsync(IReadOnlyCollection<long> numbers, CancellationToken cancel) =>
        [.. (await store.Editions.AsNoTracking().Where(e => numbers.Contains(e.Number)).Select(e => new { e.Number, e.Title, e.Summary, e.SearchKey }).ToListAsync(cancel))
            .Select(e => SearchDocument.Of(e.Number, e.Title, e.Summary, e.SearchKey))];

    private async Task RemoveAsync(long[] superseded, Dictionary<string, int> words, CancellationToken cancel)
    {
        // What this command superseded itself was never put in.
        var known = await store.SearchEntries.Where(s => superseded.Contains(s.Number)).Select(s => s.Number).ToListAsync(cancel);
        foreach (var word in (await DocumentsAsync(known, cancel)).SelectMany(d => d.Words))
        {
            words[word] = words.GetValueOrDefault(word) - 1;
        }

        await store.SearchEntries.Where(s => known.Contains(s.Number)).ExecuteDeleteAsync(cancel);
        foreach (var number in known)
        {
            await store.Database.ExecuteSqlRawAsync(
                _sqlite ? "DELETE FROM \"SearchIndex\" WHERE rowid = {0}" : $"DELETE FROM {PublicDbContext.Schema}.\"SearchIndex\" WHERE \"Number\" = {{0}}", [number], cancel);
        }
    }

    private async Task AddAsync(List<SearchDocument> documents, Dictionary<string, int> words, CancellationToken cancel)
    {
        store.SearchEntries.AddRange(documents.Select(d => d.Entry));
        await store.SaveChangesAsync(cancel);
        foreach (var document in documents)
        {
            await IndexAsync(document, cancel);
            foreach (var word in document.Words)
            {
                words[word] = words.GetValueOrDefault(word) + 1;
            }
        }
    }

    private Task<int> IndexAsync(SearchDocument d, CancellationToken cancel) => _sqlite
        ? store.Database.ExecuteSqlRawAsync(
            "INSERT INTO \"SearchIndex\" (rowid, \"Headline\", \"Lead\", \"Everything\") VALUES ({0}, {1}, {2}, {3})",
            [d.Entry.Number, string.Join(' ', d.Headline), string.Join(' ', d.Lead), string.Join(' ', d.All)],
            cancel)
        : store.Database.ExecuteSqlRawAsync(
            $"INSERT INTO {PublicDbContext.Schema}.\"SearchIndex\" (\"Number\", \"Headline\", \"Lead\", \"Everything\") " +
            "VALUES ({0}, array_to_tsvector({1}), array_to_tsvector({2}), array_to_tsvector({3}))",
            [d.Entry.Number, d.Headline.ToArray(), d.Lead.ToArray(), d.All.ToArray()],
            cancel);

    // One statement however many words: they go as one JSON object.
    private async Task CountAsync(Dictionary<string, int> changes, CancellationToken cancel)
    {
        var changed = changes.Where(c => c.Value != 0).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        if (changed.Count == 0)
        {
            return;
        }

        var table = _sqlite ? "\"SearchWords\"" : $"{PublicDbContext.Schema}.\"SearchWords\"";
        var source = _sqlite ? "json_each({0})" : "json_each_text({0}::json)";
#pragma warning disable EF1002 // Names alone; the words are a parameter.
        await store.Database.ExecuteSqlRawAsync(
            $"""
            INSERT INTO {table} AS w ("Word", "Documents") SELECT key, CAST(value AS integer) FROM {source} WHERE true
            ON CONFLICT ("Word") DO UPDATE SET "Documents" = w."Documents" + excluded."Documents"
            """,
            [JsonSerializer.Serialize(changed)],
            cancel);
#pragma warning restore EF1002
        if (changed.Values.Any(v => v < 0))
        {
            await store.SearchWords.Where(w => w.Documents == 0).ExecuteDeleteAsync(cancel);
        }
    }
}
