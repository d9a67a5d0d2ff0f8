using IrenPortal.Hosting;
using IrenPortal.Market.Investments;
using NodaTime;

namespace IrenPortal.Site.Stock.Calculator;

/// <summary>What an address asks to be worked out, normalised: equal queries have equal addresses.</summary>
/// <param name="Amount">The sum put in; empty for the usual one.</param>
/// <param name="Symbol">What it is put into.</param>
/// <param name="From">The day of the purchase; empty for a year before the last.</param>
/// <param name="To">The last day; empty for the newest session.</param>
/// <param name="Dividends">What is done with dividends.</param>
/// <param name="Against">The symbol that it is compared with; null for none.</param>
/// <param name="Usual">What holds where the address says nothing.</param>
public sealed record CalculatorQuery(
    FieldEntry<decimal> Amount, string Symbol, FieldEntry<LocalDate> From, FieldEntry<LocalDate> To, DividendUse Dividends, string? Against,
    CalculatorChoices Usual)
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/stock/calculator";

    /// <summary>The value of <c>against</c> for no comparison.</summary>
    public const string Nothing = "none";

    private static readonly Dictionary<DividendUse, string> Words = new()
    {
        [DividendUse.Reinvested] = "reinvest", [DividendUse.Cash] = "cash", [DividendUse.LeftOut] = "none",
    };

    /// <summary>Reads an address; symbols and choices that it doesn't know are left out, sums and days that can't be read come back with their errors.</summary>
    /// <param name="fields">The query.</param>
    /// <param name="choices">What can be chosen.</param>
    public static CalculatorQuery Read(QueryFields fields, CalculatorChoices choices)
    {
        var symbol = choices.Find(fields.Text("symbol")) ?? choices.Share;
        var (asked, dividends) = (fields.Text("against"), fields.Text("dividends"));
        var against = Is(asked, Nothing) ? null : choices.Find(asked) ?? choices.ComparedWith(symbol);
        return new CalculatorQuery(
            AmountEntry.Read(fields, "amount", choices.CurrencyOf(symbol)), symbol, DateEntry.Read(fields, "from"), DateEntry.Read(fields, "to"),
            Words.FirstOrDefault(w => Is(w.Value, dividends)).Key, against == symbol ? choices.ComparedWith(symbol) : against, choices);
    }

    /// <summary>The value of a choice in the address.</summary>
    public static string Word(DividendUse use) => Words[use];

    /// <summary>The address that asks for this; what is usual is left out.</summary>
    public string Href => Address(Path);

    /// <summary>The address of the same as CSV.</summary>
    public string CsvHref => Address(Path + ".csv");

    /// <summary>Whether a field holds what can't be read.</summary>
    public bool HasErrors => Amount.Error is not null || From.Error is not null || To.Error is not null;

    private string Address(string path)
    {
        var fields = new (string Name, string Value)[]
        {
            ("amount", Amount.Text),
            ("symbol", Symbol == Usual.Share ? "" : Symbol),
            ("from", From.Text),
            ("to", To.Text),
            ("dividends", Dividends == DividendUse.Reinvested ? "" : Words[Dividends]),
            ("against", Against == Usual.ComparedWith(Symbol) ? "" : Against ?? Nothing),
        }.Where(f => f.Value.Length > 0).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}").ToList();
        return fields.Count == 0 ? path : path + "?" + string.Join('&', fields);
    }

    private static bool Is(string? value, string? word) => word is not null && string.Equals(value, word, StringComparison.OrdinalIgnoreCase);
}
