using System.Text.RegularExpressions;
using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Content;

/// <summary><c>company.yml</c> in and out.</summary>
public static partial class CompanyFile
{
    /// <summary>Reads and checks the file.</summary>
    /// <param name="path">The file as the caller names it.</param>
    /// <param name="text">The whole file.</param>
    public static ContentRead<CompanyProfile> Read(string path, string text)
    {
        var issues = new IssueList(path);
        if (MarkdownFile.ReadYaml(text, issues) is not { } fields)
        {
            return new ContentRead<CompanyProfile>(null, issues.Sorted());
        }

        var company = Profile(fields);
        fields.Finish();
        return new ContentRead<CompanyProfile>(issues.Count == 0 ? company : null, issues.Sorted()) { Lines = fields.Lines };
    }

    /// <summary>The canonical import format: fields in fixed order, defaults left out, LF line ends.</summary>
    public static string Write(CompanyProfile company)
    {
        var fields = new YamlWriter();
        fields.Text("name", company.Name);
        fields.Text("legalName", company.LegalName);
        fields.Text("ticker", company.Ticker);
        fields.Text("exchange", company.Exchange);
        fields.Text("zone", company.Zone);
        fields.Text("benchmark", company.Benchmark);
        fields.Text("cik", company.Cik);
        fields.Text("registration", company.Registration);
        fields.Text("address", company.Address);
        fields.Flag("demonstration", company.Demonstration);
        fields.TextList("categories", company.Categories);
        fields.List("contacts", company.Contacts, (entry, contact) =>
        {
            entry.Text("name", contact.Name);
            entry.Text("role", contact.Role);
            entry.Text("email", contact.Email);
            entry.Text("phone", contact.Phone);
        });
        fields.List("symbols", company.Symbols, (entry, symbol) =>
        {
            entry.Text("symbol", symbol.Symbol);
            entry.Text("name", symbol.Name);
            entry.Text("currency", symbol.Currency);
            entry.Text("calendar", Words<SymbolCalendar>.Of(symbol.Calendar));
            entry.Flag("peer", symbol.Peer);
        });
        fields.List("keyFigures", company.KeyFigures, (entry, figure) =>
        {
            entry.Text("label", figure.Label);
            entry.Text("figure", figure.Figure);
            entry.Text("note", figure.Note);
            entry.Date("asOf", figure.AsOf);
            entry.Text("source", figure.Source);
            entry.Flag("reported", figure.Reported);
        });
        fields.List("figureSeries", company.FigureSeries, (entry, series) =>
        {
            entry.Text("label", series.Label);
            entry.Text("unit", series.Unit);
            entry.Text("note", series.Note);
            entry.List("values", series.Values, (row, value) =>
            {
                row.Text("period", value.Period);
                row.Date("asOf", value.AsOf);
                row.Number("value", value.Value);
                row.Flag("target", value.Target);
                row.Text("note", value.Note);
                row.Text("source", value.Source);
                row.Text("announcement", value.Announcement);
                row.Flag("reported", value.Reported);
            });
        });
        return fields.ToString();
    }

    /// <summary>True for what a symbol may be: capital letters, digits, and a dot or hyphen inside.</summary>
    public static bool IsSymbol(string text) => SymbolPattern().IsMatch(text);

    private static CompanyProfile Profile(FieldReader fields)
    {
        var name = fields.RequiredText("name");
        var legalName = fields.RequiredText("legalName");
        var ticker = Symbol(fields, "ticker");
        var exchange = fields.RequiredText("exchange");
        fields.Require("zone", "zone: America/New_York");
        var zone = fields.Zone("zone");
        var benchmark = Symbol(fields, "benchmark");
        fields.Require("categories", "categories:");
        var categories = fields.TextList("categories", StringComparer.OrdinalIgnoreCase);
        if (categories.Count == 0 && fields.Has("categories"))
        {
            fields.Fault("categories", "names none: write at least one category, each on an indented line that begins with `- `");
        }

        return new CompanyProfile
        {
            Name = name,
            LegalName = legalName,
            Ticker = ticker,
            Exchange = exchange,
            Zone = zone?.Id ?? "UTC",
            Benchmark = benchmark,
            Cik = Cik(fields),
            Registration = fields.Text("registration"),
            Address = fields.Text("address"),
            Demonstration = fields.Flag("demonstration"),
            Categories = categories,
            Contacts = fields.MapList("contacts", Person),
            Symbols = Symbols(fields),
            KeyFigures = fields.MapList("keyFigures", f => new KeyFigure(
                f.RequiredText("label"), f.RequiredText("figure"), f.Text("note"), f.Date("asOf"), f.Text("source"), f.Flag("reported"))),
            FigureSeries = FigureSeriesField.Read(fields),
        };
    }

    private static string? Cik(FieldReader fields)
    {
        var cik = fields.Text("cik");
        if (cik is null || CikPattern().IsMatch(cik))
        {
            return cik?.PadLeft(10, '0');
        }

        fields.Fault("cik", "is no SEC register number: write up to ten digits in quotes, such as \"0001878848\"");
        return null;
    }

    private static Contact Person(FieldReader fields)
    {
        var person = new Contact(fields.RequiredText("name"), fields.Text("role"), fields.Text("email"), fields.Text("phone"));
        if (person.Email is { } email && !EmailPattern().IsMatch(email))
        {
            fields.Fault("email", $"is `{FieldReader.Shown(email)}`: write one address, such as ir@example.com");
        }

        return person;
    }

    private static IReadOnlyList<SymbolProfile> Symbols(FieldReader fields) => fields.MapList(
        "symbols",
        f => new SymbolProfile(
            Symbol(f, "symbol"), f.RequiredText("name"), f.Currency("currency") ?? "USD", f.Choice<SymbolCalendar>("calendar") ?? SymbolCalendar.Exchange, f.Flag("peer")),
        "symbol",
        s => s.Symbol);

    private static string Symbol(FieldReader fields, string name)
    {
        var text = fields.RequiredText(name);
        if (text.Length > 0 && !IsSymbol(text))
        {
            fields.Fault(name, $"is `{FieldReader.Shown(text)}`: write capital letters and digits, such as IREN or BTC-USD");
        }

        return text;
    }

    [GeneratedRegex(@"^[A-Z0-9](?:[A-Z0-9.-]{0,18}[A-Z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolPattern();

    [GeneratedRegex(@"^[0-9]{1,10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CikPattern();

    [GeneratedRegex(@"^[^\s@<>,;:""]+@[^\s@<>,;:""]+\.[^\s@<>,;:"".]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex EmailPattern();
}
