namespace IrenPortal.Site.Search;

/// <summary>A question in the words of each database's index. Terms are letters and digits alone, so nothing in them can mean anything else.</summary>
internal static class MatchText
{
    /// <summary>An FTS5 expression: all terms in a field of the index.</summary>
    public static string Sqlite(IEnumerable<AskedTerm> terms, string field) => $"{{{field}}} : ({Joined(terms, Sqlite, " AND ")})";

    /// <summary>The same, and at least one of them in another field.</summary>
    public static string Sqlite(IReadOnlyCollection<AskedTerm> terms, string field, string some) =>
        $"({Sqlite(terms, field)}) AND ({{{some}}} : ({Joined(terms, Sqlite, " OR ")}))";

    /// <summary>A <c>tsquery</c>: all terms.</summary>
    public static string PostgresAll(IEnumerable<AskedTerm> terms) => Joined(terms, Postgres, " & ");

    /// <summary>A <c>tsquery</c>: at least one of them.</summary>
    public static string PostgresSome(IEnumerable<AskedTerm> terms) => Joined(terms, Postgres, " | ");

    /// <summary>What a field's tokens are like that have a phrase.</summary>
    public static string Pattern(SearchPart phrase)
    {
        var tokens = $"% {string.Join(' ', phrase.Tokens.Select(t => t.Text))}";
        return phrase.Terms[^1].Beginning is null ? tokens + " %" : tokens + "%";
    }

    private static string Joined(IEnumerable<AskedTerm> terms, Func<AskedTerm, string> write, string with) => string.Join(with, terms.Distinct().Select(write));

    private static string Sqlite(AskedTerm term) => term.Beginning is { } beginning ? $"(\"{term.Whole}\" OR \"{beginning}\"*)" : $"\"{term.Whole}\"";

    private static string Postgres(AskedTerm term) => term.Beginning is { } beginning ? $"('{term.Whole}' | '{beginning}':*)" : $"'{term.Whole}'";
}
