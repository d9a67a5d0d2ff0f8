using IrenPortal.Hosting;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Stock.History;

/// <summary>What an address asks of the prices, normalised: equal queries have equal addresses.</summary>
/// <param name="Symbol">The symbol; null for the share.</param>
/// <param name="Day">One day; where it is written, the range is left out.</param>
/// <param name="From">The first day of a range; empty for the first of all.</param>
/// <param name="To">The last day of a range; empty for the newest.</param>
/// <param name="Page">The page of the range's table, from 1.</param>
public sealed record HistoryQuery(string? Symbol, FieldEntry<LocalDate> Day, FieldEntry<LocalDate> From, FieldEntry<LocalDate> To, int Page)
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/stock/history";

    /// <summary>All prices of the share, newest first.</summary>
    public static HistoryQuery Usual { get; } = new(null, FieldEntry.Empty<LocalDate>(), FieldEntry.Empty<LocalDate>(), FieldEntry.Empty<LocalDate>(), 1);

    /// <summary>Reads an address; a symbol that it doesn't know is left out, a day that can't be read comes back with its error.</summary>
    /// <param name="fields">The query.</param>
    /// <param name="others">The symbols beside the share that have prices.</param>
    public static HistoryQuery Read(QueryFields fields, IReadOnlyList<string> others)
    {
        var asked = fields.Text("symbol");
        var symbol = others.FirstOrDefault(s => string.Equals(s, asked, StringComparison.OrdinalIgnoreCase));
        var day = DateEntry.Read(fields, "date");
        return day.IsEmpty
            ? new HistoryQuery(symbol, day, DateEntry.Read(fields, "from"), DateEntry.Read(fields, "to"), fields.Number("page", 1, int.MaxValue) ?? 1)
            : Usual with { Symbol = symbol, Day = day };
    }

    /// <summary>The address that asks for this; what is usual is left out.</summary>
    public string Href
    {
        get
        {
            var fields = new (string Name, string Value)[]
            {
                ("symbol", Symbol ?? ""), ("date", Day.Text), ("from", From.Text), ("to", To.Text), ("page", Page > 1 ? Format.Year(Page) : ""),
            }.Where(f => f.Value.Length > 0).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}").ToList();
            return fields.Count == 0 ? Path : Path + "?" + string.Join('&', fields);
        }
    }

    /// <summary>Whether a field holds what can't be read.</summary>
    public bool HasErrors => Day.Error is not null || From.Error is not null || To.Error is not null;

    /// <summary>The same symbol on one day.</summary>
    public HistoryQuery On(LocalDate date) => Usual with { Symbol = Symbol, Day = new FieldEntry<LocalDate>(date, Format.Machine(date)) };
}
