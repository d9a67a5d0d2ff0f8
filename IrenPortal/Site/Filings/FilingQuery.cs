using IrenPortal.Content;
using IrenPortal.Hosting;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Filings;

/// <summary>What an address asks of the filings, normalised: equal queries have equal addresses.</summary>
/// <param name="Form">A form; null for all.</param>
/// <param name="Year">The year of filing; null for all.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record FilingQuery(string? Form = null, int? Year = null, int Page = 1)
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/filings";

    /// <summary>The same as CSV.</summary>
    public const string CsvPath = Path + ".csv";

    private const int FirstYear = 1;
    private const int LastYear = 9999;

    /// <summary>Reads an address; <paramref name="fields"/> notes what can't be read.</summary>
    public static FilingQuery Read(QueryFields fields) =>
        new(fields.Text("form")?.ToUpperInvariant(), fields.Number("year", FirstYear, LastYear), fields.Number("page", 1, int.MaxValue) ?? 1);

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => Form is not null || Year is not null;

    /// <summary>The address of the page.</summary>
    public string Href => Address(Path, Page);

    /// <summary>The address of the same filings as CSV.</summary>
    public string CsvHref => Address(CsvPath, 1);

    /// <summary>The address of the same filings by the API.</summary>
    public string ApiHref => Address("/api/v1" + Path, Page);

    /// <summary>The filings that it asks for, in their order.</summary>
    public IEnumerable<Filing> Of(IEnumerable<Filing> filings) => filings.Where(f =>
        (Form is null || string.Equals(f.Form, Form, StringComparison.OrdinalIgnoreCase)) && (Year is null || f.FiledOn.Year == Year));

    private string Address(string path, int page)
    {
        var fields = new (string Name, string? Value)[]
        {
            ("form", Form is null ? null : Uri.EscapeDataString(Form)), ("year", Year is { } year ? Format.Year(year) : null), ("page", page > 1 ? Format.Year(page) : null),
        }.Where(f => f.Value is not null).Select(f => $"{f.Name}={f.Value}").ToList();
        return fields.Count == 0 ? path : path + "?" + string.Join('&', fields);
    }
}
