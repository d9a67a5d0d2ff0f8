using IrenPortal.Hosting;

namespace IrenPortal.Site.Stock;

/// <summary>What the address asks of the chart, normalised: equal queries have equal addresses.</summary>
/// <param name="Range">How far back it reaches.</param>
/// <param name="Candles">Candles instead of a line of closes.</param>
/// <param name="Log">A logarithmic instead of a linear price scale.</param>
/// <param name="With">The symbols laid beside the share, in the order of the portal's list, three at most.</param>
public sealed record StockQuery(StockRange Range, bool Candles, bool Log, IReadOnlyList<string> With)
{
    /// <summary>With the share never more than four lines.</summary>
    public const int MostCompared = 3;

    private const string CandlesValue = "candles";
    private const string LogValue = "log";

    /// <summary>A year of closes, nothing beside it.</summary>
    public static StockQuery Usual { get; } = new(StockRange.Usual, Candles: false, Log: false, []);

    /// <summary>Reads an address; what it doesn't know or can't read is left out.</summary>
    /// <param name="fields">The query.</param>
    /// <param name="symbols">The symbols that can be compared.</param>
    public static StockQuery Read(QueryFields fields, IReadOnlyList<string> symbols)
    {
        var asked = fields.List("with").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new StockQuery(
            StockRange.Parse(fields.Text("range")), Is(fields.Text("view"), CandlesValue), Is(fields.Text("scale"), LogValue),
            [.. symbols.Where(asked.Contains).Take(MostCompared)]);
    }

    /// <summary>The address of the page in this state; what is usual is left out.</summary>
    public string Href
    {
        get
        {
            var fields = new[]
            {
                Range == StockRange.Usual ? null : "range=" + Range.Query,
                Candles ? "view=" + CandlesValue : null,
                Log ? "scale=" + LogValue : null,
                With.Count == 0 ? null : "with=" + string.Join(',', With),
            }.OfType<string>().ToList();
            return fields.Count == 0 ? "/stock" : "/stock?" + string.Join('&', fields);
        }
    }

    private static bool Is(string? value, string word) => string.Equals(value, word, StringComparison.OrdinalIgnoreCase);
}
