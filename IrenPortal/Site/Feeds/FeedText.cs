using System.Net;
using System.Text;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Layout;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Feeds;

/// <summary>What a feed says of an announcement: the notices of its editions, its text, its files, and whose words they are.</summary>
public static class FeedText
{
    /// <summary>The whole text as HTML whose addresses are absolute.</summary>
    /// <param name="chrome">The company and the origin.</param>
    /// <param name="standing">The newest edition among the others.</param>
    /// <param name="body">Its text as safe HTML; empty when withdrawn.</param>
    /// <param name="files">Its attachments.</param>
    public static string Of(SiteChrome chrome, EditionStanding standing, string body, IReadOnlyList<FeedFile> files)
    {
        var html = new StringBuilder();
        if (standing.Withdrawal is { } withdrawal)
        {
            Notice(html, chrome, "This release was withdrawn", withdrawal, standing.TextBefore(withdrawal.Version), "What was published", standing);
        }
        else
        {
            foreach (var correction in standing.Corrections.Reverse())
            {
                var before = standing.TextBefore(correction.Version);
                Notice(html, chrome, standing.WordOf(correction), correction, standing.Reinstates(correction) ? null : before, $"What version {Format.Count(before)} said", standing);
            }
        }

        html.Append(AbsoluteHtml.Of(body, new Uri(chrome.Absolute(standing.Href))));
        if (files.Count > 0)
        {
            html.Append("<p>Files:</p>\n<ul>\n");
            foreach (var file in files)
            {
                html.Append("<li><a href=\"").Append(WebUtility.HtmlEncode(file.Url)).Append("\">").Append(WebUtility.HtmlEncode(file.Name)).Append("</a></li>\n");
            }

            html.Append("</ul>\n");
        }

        if (chrome.Company.Demonstration)
        {
            html.Append("<p><em>This restates public facts about ").Append(WebUtility.HtmlEncode(chrome.Company.LegalName))
                .Append(" for a demonstration. It is not the company’s own release and not investment advice.</em></p>\n");
        }

        return html.ToString();
    }

    private static void Notice(StringBuilder html, SiteChrome chrome, string word, Correction correction, int? version, string link, EditionStanding standing)
    {
        html.Append("<p><strong>").Append(word).Append(' ').Append(Format.Moment(correction.At, chrome.Zone)).Append(".</strong> ").Append(WebUtility.HtmlEncode(correction.Reason));
        if (version is { } before)
        {
            html.Append(" <a href=\"").Append(WebUtility.HtmlEncode(chrome.Absolute(standing.HrefOf(before)))).Append("\">").Append(link).Append("</a>");
        }

        html.Append("</p>\n");
    }
}
