using System.Security.Cryptography;
using System.Text;
using IrenPortal.Data.Public;
using IrenPortal.Data.Public.Search;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Gate;

/// <summary>Makes what searches find anew from the current editions, in memory, and compares it with what is stored.</summary>
internal static class SearchVerification
{
    // The fields of the index, from 0, as both databases give them back.
    private const string SqliteTerms =
        """SELECT doc AS "Number", CASE col WHEN 'Headline' THEN 0 WHEN 'Lead' THEN 1 ELSE 2 END AS "Field", term AS "Term" FROM "SearchIndexTerms" """;

    private const string PostgresTerms =
        $"""
        SELECT "Number", 0 AS "Field", unnest(tsvector_to_array("Headline")) AS "Term" FROM {PublicDbContext.Schema}."SearchIndex"
        UNION ALL SELECT "Number", 1, unnest(tsvector_to_array("Lead")) FROM {PublicDbContext.Schema}."SearchIndex"
        UNION ALL SELECT "Number", 2, unnest(tsvector_to_array("Everything")) FROM {PublicDbContext.Schema}."SearchIndex"
        """;

    /// <summary>The first thing that isn't as a rebuild would make it, or null.</summary>
    public static async Task<string?> FaultAsync(PublicDbContext store, CancellationToken cancel)
    {
        var stored = await store.SearchEntries.AsNoTracking().ToDictionaryAsync(s => s.Number, cancel);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = new TermSums();
        await foreach (var edition in store.Searchable().AsNoTracking().Select(e => new { e.Number, e.Kind, e.Slug, e.Title, e.Summary, e.SearchKey }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var document = SearchDocument.Of(edition.Number, edition.Title, edition.Summary, edition.SearchKey);
            if (!stored.Remove(edition.Number, out var entry) || !IsSame(entry, document.Entry))
            {
                return $"{edition.Kind} {edition.Slug}: the search projection is not what its text gives";
            }

            terms.Expect(document);
            foreach (var word in document.Words)
            {
                words[word] = words.GetValueOrDefault(word) + 1;
            }
        }

        if (stored.Count > 0)
        {
            return $"edition {stored.Keys.Min()}: it is in the search projection and is no current edition";
        }

        return await WordsFaultAsync(store, words, cancel) ?? await IndexFaultAsync(store, terms, cancel);
    }

    private static bool IsSame(SearchEntry one, SearchEntry other) => (one.Headline, one.Summary, one.Text) == (other.Headline, other.Summary, other.Text);

    private static async Task<string?> WordsFaultAsync(PublicDbContext store, Dictionary<string, int> expected, CancellationToken cancel)
    {
        await foreach (var word in store.SearchWords.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!expected.Remove(word.Word, out var documents) || documents != word.Documents)
            {
                return $"search word {word.Word}: its count is not that of the current editions";
            }
        }

        return expected.Keys.Min(StringComparer.Ordinal) is { } missing ? $"search word {missing}: missing" : null;
    }

    private static async Task<string?> IndexFaultAsync(PublicDbContext store, TermSums terms, CancellationToken cancel)
    {
        await foreach (var row in store.Database.SqlQueryRaw<IndexedTerm>(store.Database.IsSqlite() ? SqliteTerms : PostgresTerms).AsAsyncEnumerable().WithCancellation(cancel))
        {
            terms.Found(row);
        }

        return terms.Difference is { } number ? $"edition {number}: the search index is not what its text gives" : null;
    }

    private sealed record IndexedTerm(long Number, int Field, string Term);

    // An index of thousands of editions has millions of terms: of each edition their sum is enough to see a difference.
    private sealed class TermSums
    {
        private readonly Dictionary<long, Int128> _sums = [];

        public long? Difference => _sums.Where(s => s.Value != 0).Select(s => (long?)s.Key).Min();

        public void Expect(SearchDocument document)
        {
            var number = document.Entry.Number;
            Add(document.Headline.Select(t => new IndexedTerm(number, 0, t)), 1);
            Add(document.Lead.Select(t => new IndexedTerm(number, 1, t)), 1);
            Add(document.All.Select(t => new IndexedTerm(number, 2, t)), 1);
        }

        public void Found(IndexedTerm term) => Add([term], -1);

        private void Add(IEnumerable<IndexedTerm> terms, int sign)
        {
            foreach (var term in terms)
            {
                _sums[term.Number] = _sums.GetValueOrDefault(term.Number) + (sign * Value(term));
            }
        }

        private static Int128 Value(IndexedTerm term) =>
            BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{term.Field} {term.Term}"))));
    }
}
