using IrenPortal.Site.Layout;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.News;

/// <summary>The announcement as a schema.org <c>NewsArticle</c> for search engines.</summary>
public static class NewsArticleJson
{
    /// <summary>The object as JSON.</summary>
    public static string Of(AnnouncementView view)
    {
        var (chrome, document) = (view.Chrome, view.Document);
        var url = chrome.Absolute(view.Href);
        var company = SchemaOrg.Organization(chrome);
        return SchemaOrg.Document(SchemaOrg.Thing(
            "NewsArticle",
            ("headline", document.Headline),
            ("description", document.Summary),
            ("url", url),
            ("mainEntityOfPage", url),
            ("image", chrome.Absolute("/card.png")),
            ("articleSection", document.Category),
            ("keywords", document.Tags),
            ("inLanguage", chrome.Language),
            ("isAccessibleForFree", true),
            ("author", company),
            ("publisher", company),
            ("datePublished", view.Moment is { } moment ? ReleaseWords.Machine(moment, chrome.Zone) : null),
            ("dateModified", view.Corrections is [.., var last] ? Format.Machine(last.At) : null)));
    }
}
