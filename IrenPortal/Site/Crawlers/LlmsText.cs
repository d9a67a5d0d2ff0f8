using System.Text;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Feeds;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Crawlers;

/// <summary>What language models are told of the site (llmstxt.org): what it is, and where its texts and figures are without markup.</summary>
public static class LlmsText
{
    /// <summary>The file.</summary>
    public static Answer Of(SiteMoment moment)
    {
        var (site, chrome, text) = (moment.Site, moment.Chrome, new StringBuilder());
        text.Append("# ").Append(chrome.SiteName).Append("\n\n> Announcements of ").Append(chrome.Company.LegalName)
            .Append(" (").Append(chrome.Company.Exchange).Append(": ").Append(chrome.Company.Ticker).Append(") with what the share did, its contracts in figures, and its calendar.\n\n");
        if (chrome.Company.Demonstration)
        {
            text.Append("This is a demonstration compiled from public facts. It is not the company's own site and not investment advice.\n");
        }

        text.Append("The files below are the signed records in Markdown with fields in front; the same address without `.md` is the page. Times are UTC. An annualized run rate is not revenue.\n");
        Section("Announcements", site.Announcements.Take(Feed.MostItems).Select(a =>
            (a.Document.Headline, $"/news/{a.Slug}.md", $"{ReleaseWords.When(a.Moment, site.Zone)}. {a.Document.Summary}")));
        Section("Contracts", site.Contracts.Select(c => (c.Document.Title, $"/contracts/{c.Document.Slug}.md", $"With {c.Document.Counterparty}.")));
        Section("Pages", site.Pages.Select(p => (p.Document.Title, $"/{p.Document.Slug}.md", p.Document.Summary ?? "")));
        Section("Data",
        [
            ("API description", "/openapi/v1.json", "Announcements, reactions, contracts, prices, events and ledger as JSON."),
            ("Feed", FeedFormat.Json.Path(), "The newest announcements in full."),
            ("Reactions", "/stock/reactions.csv", "Every announcement with its measures."),
            ("Key figures", KeyFigures.KeyFigureEndpoints.CsvPath, "Revenue, targets, power and processors over time, with sources."),
            ("Filings", Filings.FilingQuery.CsvPath, "Filings with the SEC, with the addresses of their documents."),
            ("Prices", $"/api/v1/prices/{site.Company.Ticker}.csv", "Daily bars."),
            ("Calendar", "/events.ics", "Results, meetings and conferences."),
        ]);
        return new Answer("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()));

        void Section(string name, IEnumerable<(string Title, string Path, string Note)> links)
        {
            text.Append("\n## ").Append(name).Append("\n\n");
            foreach (var (title, path, note) in links)
            {
                text.Append("- [").Append(Escaped(title)).Append("](").Append(chrome.Absolute(path)).Append(')').Append(note.Length > 0 ? ": " + note : "").Append('\n');
            }
        }
    }

    private static string Escaped(string title) => title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
}
