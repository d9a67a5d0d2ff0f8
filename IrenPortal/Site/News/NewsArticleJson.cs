using System.Text.Json;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.News;

/// <summary>The announcement as a schema.org <c>NewsArticle</c> for search engines.</summary>
public static class NewsArticleJson
{
    /// <summary>The object as JSON; the serialiser's default escapes leave no angle bracket in it.</summary>
    public static string Of(AnnouncementView view)
    {
        var (chrome, document) = (view.Chrome, view.Document);
        var url = chrome.Absolute(view.Href);
        var article = new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = document.Headline,
            ["description"] = document.Summary,
            ["url"] = url,
            ["mainEntityOfPage"] = url,
            ["articleSection"] = document.Category,
            ["keywords"] = document.Tags,
            ["inLanguage"] = "en",
            ["publisher"] = new Dictionary<string, object>
            {
                ["@type"] = "Organization",
                ["name"] = chrome.Company.LegalName,
                ["url"] = chrome.Absolute("/"),
            },
        };
        if (view.Moment is { } moment)
        {
            article["datePublished"] = ReleaseWords.Machine(moment, chrome.Zone);
        }

        if (view.Corrections is [.., var last])
        {
            article["dateModified"] = Format.Machine(last.At);
        }

        return JsonSerializer.Serialize(article);
    }
}
