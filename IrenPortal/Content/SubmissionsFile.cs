using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IrenPortal.Content.FrontMatter;
using IrenPortal.Content.Json;
using NodaTime.Text;

namespace IrenPortal.Content;

/// <summary>
/// EDGAR's list of a company's filings (data.sec.gov/submissions/CIK##########.json): <c>cik</c> and
/// <c>filings.recent</c> with a list a field, and the older files that <c>filings.files</c> names, which hold the lists at their root.
/// </summary>
public static partial class SubmissionsFile
{
    private const int MostOlder = 20;
    private const int MostFaults = 100;

    /// <summary>Reads and checks a file. Fields that aren't known are passed over: EDGAR's list has many.</summary>
    /// <param name="path">The file as the caller names it.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="cik">The company's number, ten digits: a list of another company is refused.</param>
    public static ContentRead<FilingFile> Read(string path, string text, string cik)
    {
        var source = new JsonSource(path, text);
        if (source.Root is not { } root)
        {
            return source.Finish(new FilingFile(cik, [], []));
        }

        CheckCompany(path, root, cik);
        var whole = root.Child("filings");
        var table = whole is null ? root : whole.Child("recent");
        if (table is null || !table.Object.TryGetProperty(FilingColumns.Number, out _))
        {
            source.Fault((table ?? whole ?? root).Path, "the list accessionNumber is missing: save the file as data.sec.gov/submissions/ gives it, with filings.recent or the lists themselves");
            return source.Finish(new FilingFile(cik, [], []));
        }

        return source.Finish(new FilingFile(cik, Filings(table), whole is null ? [] : Older(whole, cik)));
    }

    /// <summary>The canonical file, newest filing first, in EDGAR's shape.</summary>
    public static string Write(string cik, IReadOnlyList<Filing> filings)
    {
        var newest = filings.OrderByDescending(f => f.FiledOn).ThenByDescending(f => f.AccessionNumber, StringComparer.Ordinal).ToList();
        (string Name, IEnumerable<object?> Values)[] lists =
        [
            ("accessionNumber", newest.Select(f => f.AccessionNumber)),
            ("filingDate", newest.Select(f => LocalDatePattern.Iso.Format(f.FiledOn))),
            ("reportDate", newest.Select(f => f.ReportedOn is { } day ? LocalDatePattern.Iso.Format(day) : "")),
            ("acceptanceDateTime", newest.Select(f => f.AcceptedAt is { } at ? InstantPattern.ExtendedIso.Format(at) : "")),
            ("form", newest.Select(f => f.Form)),
            ("items", newest.Select(f => f.Items)),
            ("size", newest.Select(f => (object?)f.Size)),
            ("isXBRL", newest.Select(f => (object?)(f.HasXbrl ? 1 : 0))),
            ("isInlineXBRL", newest.Select(f => (object?)(f.HasInlineXbrl ? 1 : 0))),
            ("primaryDocument", newest.Select(f => f.Document)),
            ("primaryDocDescription", newest.Select(f => f.Description)),
        ];
        var text = new StringBuilder($"{{\n \"cik\": \"{cik}\",\n \"filings\": {{\n  \"recent\": {{\n");
        text.AppendJoin(",\n", lists.Select(l => $"   \"{l.Name}\": {JsonSerializer.Serialize(l.Values)}"));
        return text.Append("\n  },\n  \"files\": []\n }\n}\n").ToString();
    }

    /// <summary>Where a company's filings lie in a content folder.</summary>
    public static string PathOf(string cik) => $"filings/CIK{cik}.json";

    // An older file says whose it is in its name alone.
    private static void CheckCompany(string path, JsonFields root, string cik)
    {
        if (root.Object.TryGetProperty("cik", out var value))
        {
            var digits = value.ValueKind is JsonValueKind.Number ? value.GetRawText() : JsonFields.TextOf(value) ?? "";
            if (digits.PadLeft(cik.Length, '0') != cik)
            {
                root.Fault("cik", $"is `{FieldReader.Shown(value.GetRawText())}`, and that of company.yml {cik}: take the company's own list");
            }
        }
        else if (NamePattern().Match(Path.GetFileName(path)) is { Success: true } name && name.Groups["cik"].Value != cik)
        {
            root.Source.Fault("", $"the file's name is of another company than {cik}, the cik of company.yml: take the company's own list");
        }
    }

    private static List<Filing> Filings(JsonFields table)
    {
        var columns = new FilingColumns(table);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var filings = new List<Filing>();
        for (var i = 0; i < columns.Count && columns.Faults < MostFaults; i++)
        {
            var filing = columns.At(i);
            if (filing is not null && !numbers.Add(filing.AccessionNumber))
            {
                columns.Repeats(filing, i);
            }
            else if (filing is not null)
            {
                filings.Add(filing);
            }
        }

        return filings;
    }

    // The names become addresses beside the one that was asked, so they can hold nothing that leads elsewhere.
    private static List<string> Older(JsonFields whole, string cik)
    {
        var names = new List<string>();
        foreach (var file in whole.List("files"))
        {
            if (names.Count == MostOlder)
            {
                file.Fault("name", $"is one more than {MostOlder} files of older filings: import what you need of them by hand");
                break;
            }

            if (file.Required("name") is not { } name)
            {
                continue;
            }

            if (NamePattern().Match(name) is { Success: true } match && match.Groups["cik"].Value == cik)
            {
                names.Add(name);
            }
            else
            {
                file.Fault("name", $"is `{FieldReader.Shown(name)}`: it must be CIK{cik}-submissions-001.json or the like");
            }
        }

        return names;
    }

    [GeneratedRegex(@"^CIK(?<cik>[0-9]{10})-submissions-[0-9]{3,5}\.json\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamePattern();
}
