using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IrenPortal.Content.FrontMatter;
using IrenPortal.Content.Json;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content;

/// <summary>EDGAR's lists of filings, row by row.</summary>
internal sealed partial class FilingColumns(JsonFields table)
{
    /// <summary>The list of accession numbers, by which lists of filings are known.</summary>
    public const string Number = "accessionNumber";

    private const int FirstYear = 1993;
    private const int LastYear = 9999;
    private const int LongestDescription = 300;
    private const int LongestItems = 200;
    private const int LongestPath = 200;

    private readonly JsonColumns _columns = new(
        table,
        needed: [Number, "filingDate", "form"],
        others: ["reportDate", "acceptanceDateTime", "items", "size", "isXBRL", "isInlineXBRL", "primaryDocument", "primaryDocDescription"]);

    /// <summary>How many filings there are.</summary>
    public int Count => _columns.Count;

    /// <summary>How many faults were found.</summary>
    public int Faults => _columns.Faults;

    /// <summary>One filing; null with a fault.</summary>
    public Filing? At(int row)
    {
        var before = Faults;
        var filing = new Filing(
            Matching(Number, row, NumberPattern(), "0001140361-25-040072"),
            Matching("form", row, FormPattern(), "8-K"),
            Date("filingDate", row, required: true) ?? default,
            Date("reportDate", row),
            Moment(row),
            Line("items", row, LongestItems),
            Size(row),
            Flag("isXBRL", row),
            Flag("isInlineXBRL", row),
            Document(row),
            Line("primaryDocDescription", row, LongestDescription));
        return Faults == before ? filing : null;
    }

    /// <summary>Notes that a filing's number is that of one before.</summary>
    public void Repeats(Filing filing, int row) => _columns.Fault(Number, row, $"is {filing.AccessionNumber}, as that of an entry before: keep one");

    private string Matching(string name, int row, Regex pattern, string example)
    {
        var text = _columns.Text(name, row);
        if (text is not null && !pattern.IsMatch(text))
        {
            _columns.Fault(name, row, $"is `{FieldReader.Shown(text)}`: write one such as {example}");
        }

        return text ?? "";
    }

    private string Line(string name, int row, int longest)
    {
        var text = _columns.Text(name, row)?.Trim() ?? "";
        if (text.Length > longest)
        {
            _columns.Fault(name, row, string.Create(CultureInfo.InvariantCulture, $"has more than {longest} characters: shorten it"));
        }
        else if (TextRules.Fault(text) is { } fault)
        {
            _columns.Fault(name, row, fault);
        }

        return text;
    }

    private LocalDate? Date(string name, int row, bool required = false)
    {
        var text = _columns.Text(name, row);
        if (text is null || (text.Length == 0 && !required))
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) && date.Year is >= FirstYear and <= LastYear)
        {
            return date;
        }

        _columns.Fault(name, row, $"is `{FieldReader.Shown(text)}`: write a date such as 2025-11-03");
        return null;
    }

    private Instant? Moment(int row)
    {
        const string name = "acceptanceDateTime";
        if (_columns.Text(name, row) is not { Length: > 0 } text)
        {
            return null;
        }

        if (InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) && at.InUtc().Year is >= FirstYear and <= LastYear)
        {
            return at;
        }

        _columns.Fault(name, row, $"is `{FieldReader.Shown(text)}`: write an instant in UTC such as 2025-11-03T11:30:05.000Z");
        return null;
    }

    private long? Size(int row)
    {
        const string name = "size";
        if (_columns.Cell(name, row) is not { } cell)
        {
            return null;
        }

        if (cell.ValueKind is JsonValueKind.Number && cell.TryGetInt64(out var size) && size >= 0)
        {
            return size;
        }

        _columns.Fault(name, row, $"is `{FieldReader.Shown(cell.GetRawText())}`: write a whole number of bytes");
        return null;
    }

    private bool Flag(string name, int row)
    {
        if (_columns.Cell(name, row) is not { } cell)
        {
            return false;
        }

        if (cell.ValueKind is JsonValueKind.Number && cell.TryGetInt32(out var flag) && flag is 0 or 1)
        {
            return flag == 1;
        }

        _columns.Fault(name, row, $"is `{FieldReader.Shown(cell.GetRawText())}`: write 0 or 1");
        return false;
    }

    // It becomes part of an address at the agency.
    private string Document(int row)
    {
        const string name = "primaryDocument";
        var text = _columns.Text(name, row) ?? "";
        if (text.Length > LongestPath || (text.Length > 0 && (!PathPattern().IsMatch(text) || text.Contains("..", StringComparison.Ordinal))))
        {
            _columns.Fault(name, row, $"is `{FieldReader.Shown(text)}`: write the document's name in the filing's folder, such as ef20058139_8k.htm");
        }

        return text;
    }

    [GeneratedRegex(@"^[0-9]{10}-[0-9]{2}-[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9 /.-]{0,18}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex FormPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PathPattern();
}
