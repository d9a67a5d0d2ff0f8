using System.Text.RegularExpressions;
using IrenPortal.Content;

namespace IrenPortal.Site.Filings;

/// <summary>Where the SEC keeps filings (sec.gov/os/accessing-edgar-data), and how addresses name them.</summary>
public static partial class FilingLinks
{
    private const string Site = "https://www.sec.gov";

    /// <summary>The agency's own list of a company's filings.</summary>
    public static string List(string cik) => $"{Site}/cgi-bin/browse-edgar?action=getcompany&CIK={cik}&owner=include";

    /// <summary>The page that lists a filing's documents.</summary>
    public static string Index(string cik, Filing filing) => $"{Site}{Folder(cik, filing)}/{filing.AccessionNumber}-index.htm";

    /// <summary>The main document; null where the list names none.</summary>
    public static string? Document(string cik, Filing filing) => filing.Document.Length == 0 ? null : $"{Site}{Folder(cik, filing)}/{filing.Document}";

    /// <summary>The document in the viewer of inline XBRL; null where its figures aren't tagged in it.</summary>
    public static string? Viewer(string cik, Filing filing) =>
        filing is { HasInlineXbrl: true, Document.Length: > 0 } ? $"{Site}/ix?doc={Folder(cik, filing)}/{filing.Document}" : null;

    /// <summary>The accession number that an address at the agency names; null where it names none.</summary>
    public static string? AccessionNumberIn(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Host == "sec.gov" || address.Host.EndsWith(".sec.gov", StringComparison.Ordinal))
        && NumberPattern().Match(address.PathAndQuery) is { Success: true } number
            ? $"{number.Groups["filer"].Value}-{number.Groups["year"].Value}-{number.Groups["count"].Value}"
            : null;

    private static string Folder(string cik, Filing filing) => $"/Archives/edgar/data/{cik.TrimStart('0')}/{filing.AccessionNumber.Replace("-", "", StringComparison.Ordinal)}";

    [GeneratedRegex("(?<![0-9])(?<filer>[0-9]{10})-?(?<year>[0-9]{2})-?(?<count>[0-9]{6})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();
}
