using System.Globalization;
using IrenPortal.Data.Public;

namespace IrenPortal.Site.Search;

/// <summary>The SELECTs that answer a question, one a tier, and their parameters.</summary>
internal sealed class IndexQuery
{
    private readonly bool _sqlite;
    private readonly SearchQuestion _question;
    private readonly IReadOnlyList<AskedTerm> _terms;
    private readonly List<object> _values = [];

    public IndexQuery(bool sqlite, SearchQuestion question, bool ranked)
    {
        (_sqlite, _question, _terms) = (sqlite, question, [.. question.Parts.SelectMany(p => p.Terms).Distinct()]);
        var selects = new List<string>();
        if (ranked)
        {
            selects.Add(Select(MatchTier.Headline, "Headline", ["Headline"]));
            selects.Add(Select(MatchTier.Lead, "Lead", ["Headline", "Summary"]));
            if (_terms.Count > 1)
            {
                selects.Add(Select(MatchTier.PartlyHeadline, "Everything", ["Headline", "Summary", "Text"]));
            }
        }

        selects.Add(Select(MatchTier.Text, "Everything", ["Headline", "Summary", "Text"]));
        Selects = selects;
    }

    /// <summary>To be joined by UNION ALL; each gives a number and a tier.</summary>
    public IReadOnlyList<string> Selects { get; }

    /// <summary>The parameters in order.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>A table's name for this database.</summary>
    public string Table(string name) => _sqlite ? $"\"{name}\"" : $"{PublicDbContext.Schema}.\"{name}\"";

    private string Select(MatchTier tier, string field, string[] columns)
    {
        var index = _sqlite ? "\"SearchIndex\".rowid" : "i.\"Number\"";
        var phrases = _question.Parts.Where(p => p.IsPhrase).Select(p => $" AND ({Like(p, columns)})").ToList();
        var join = phrases.Count == 0 ? "" : $" JOIN {Table("SearchEntries")} e ON e.\"Number\" = {index}";
        return $"SELECT {index}, {((int)tier).ToString(CultureInfo.InvariantCulture)} FROM {Table("SearchIndex")}{(_sqlite ? "" : " i")}{join} WHERE {Match(tier, field)}{string.Concat(phrases)}";
    }

    private string Match(MatchTier tier, string field)
    {
        if (_sqlite)
        {
            return "\"SearchIndex\" MATCH " + Value(tier is MatchTier.PartlyHeadline ? MatchText.Sqlite(_terms, field, "Headline") : MatchText.Sqlite(_terms, field));
        }

        var all = $"i.\"{field}\" @@ CAST({Value(MatchText.PostgresAll(_terms))} AS tsquery)";
        return tier is MatchTier.PartlyHeadline ? $"{all} AND i.\"Headline\" @@ CAST({Value(MatchText.PostgresSome(_terms))} AS tsquery)" : all;
    }

    private string Like(SearchPart phrase, string[] columns)
    {
        var pattern = Value(MatchText.Pattern(phrase));
        return string.Join(" OR ", columns.Select(c => $"e.\"{c}\" LIKE {pattern}"));
    }

    private string Value(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{_values.Count - 1}}}");
    }
}
