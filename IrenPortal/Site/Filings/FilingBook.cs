using IrenPortal.Content;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Filings;

/// <summary>The filings of a moment with the releases that name them. Immutable.</summary>
/// <param name="Cik">The company's number in the SEC's register; null where the profile names none.</param>
/// <param name="Filings">All of them, newest first.</param>
/// <param name="Releases">Releases by the accession number that their sources name, newest first.</param>
public sealed record FilingBook(string? Cik, IReadOnlyList<Filing> Filings, ILookup<string, PublishedAnnouncement> Releases)
{
    /// <summary>The book of a site. A release belongs to a filing where its sources name it, and by nothing else.</summary>
    public static FilingBook Of(PublishedSite site) => new(
        site.Company.Cik,
        site.Filings,
        site.Announcements
            .SelectMany(a => a.Document.Sources.Select(s => FilingLinks.AccessionNumberIn(s.Url)).OfType<string>().Distinct(StringComparer.Ordinal).Select(number => (Number: number, Release: a)))
            .ToLookup(r => r.Number, r => r.Release, StringComparer.Ordinal));

    /// <summary>A filing with its addresses and releases.</summary>
    public FilingRow RowOf(Filing filing) => new(
        filing, FormWords.NameOf(filing.Form), FilingLinks.Document(Cik!, filing), FilingLinks.Index(Cik!, filing), FilingLinks.Viewer(Cik!, filing), [.. Releases[filing.AccessionNumber]]);
}

/// <summary>A filing with what leads from it.</summary>
/// <param name="Filing">The filing.</param>
/// <param name="FormName">Its form in words; null where there are none.</param>
/// <param name="Document">Address of the main document, or null.</param>
/// <param name="Index">Address of the list of its documents.</param>
/// <param name="Viewer">Address of the document in the viewer of inline XBRL, or null.</param>
/// <param name="Releases">Releases that name it, newest first.</param>
public sealed record FilingRow(Filing Filing, string? FormName, string? Document, string Index, string? Viewer, IReadOnlyList<PublishedAnnouncement> Releases);
