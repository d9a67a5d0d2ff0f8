using System.Globalization;
using IrenPortal.Site.Feeds;
using IrenPortal.Site.Layout;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Api;

/// <summary>Turns an edition into ninjs.</summary>
internal static class NinjsMapping
{
    private static readonly NinjsStandard Standard = new("ninjs", "3.0", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json");

    public static NinjsItem Of(SiteChrome chrome, AnnouncementEdition edition)
    {
        var (document, standing, company) = (edition.Document, edition.Standing, chrome.Company);
        var page = chrome.Absolute(standing.Href);
        var isWithdrawn = standing.WithdrawnNow is not null;
        return new NinjsItem
        {
            Uri = page,
            Standard = Standard,
            Type = "text",
            Version = standing.Version.ToString(CultureInfo.InvariantCulture),
            FirstCreated = edition.ReleasedAt,
            VersionCreated = standing.Version > 1 ? edition.CommittedAt : edition.ReleasedAt,
            PubStatus = isWithdrawn ? "canceled" : "usable",
            Language = "en",
            By = company.LegalName,
            EdNote = Note(chrome, edition),
            Headlines = [new NinjsText("main", "text/plain", document.Headline)],
            Descriptions = document.Summary.Length == 0 ? null : [new NinjsText("summary", "text/plain", document.Summary)],
            Bodies = edition.Html.Length == 0 ? null : Bodies(edition.Html, new Uri(page)),
            Subjects = [new NinjsSubject(document.Category, "category"), .. document.Tags.Select(tag => new NinjsSubject(tag, "about"))],
            Organisations = [new NinjsOrganisation(company.LegalName, "about", [new NinjsSymbol(company.Ticker, company.Exchange)])],
            Renditions = edition.Files.Count == 0 ? null : [.. edition.Files.Select(f => new NinjsRendition(f.Name, chrome.Absolute(f.Href), f.Bytes, f.Sha256))],
            AltIds = [new NinjsId("sha256", edition.Sha256)],
        };
    }

    private static NinjsBody[] Bodies(string html, Uri page)
    {
        var plain = PlainWords.Of(html);
        var words = plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return [new("main", "text/html", words, AbsoluteHtml.Of(html, page)), new("main", "text/plain", words, plain)];
    }

    private static string? Note(SiteChrome chrome, AnnouncementEdition edition)
    {
        string[] notes =
        [
            .. edition.Standing.Corrections.Select(c => $"{edition.Standing.WordOf(c)}: {c.Reason}"),
            .. chrome.Company.Demonstration ? ["Demonstration compiled from public facts; not the company's own release."] : Array.Empty<string>(),
        ];
        return notes.Length == 0 ? null : string.Join('\n', notes);
    }
}
