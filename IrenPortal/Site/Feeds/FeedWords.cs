using IrenPortal.Site.Layout;
using IrenPortal.Site.News;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Feeds;

/// <summary>What a feed calls itself.</summary>
public static class FeedWords
{
    /// <summary>The site's name, and what the feed is narrowed to.</summary>
    public static string Title(SiteChrome chrome, NewsQuery query)
    {
        string[] parts =
        [
            .. new[] { query.Category, query.Tag, query.Party, query.Year is { } year ? Format.Year(year) : null, query.Text is { } text ? $"“{text}”" : null }.OfType<string>(),
        ];
        return $"{chrome.SiteName}{(parts.Length == 0 ? "" : ": " + string.Join(", ", parts))}";
    }

    /// <summary>What is in it; of a demonstration also that it is one.</summary>
    public static string Description(SiteChrome chrome, NewsQuery query)
    {
        var what = $"The newest {Format.Count(Feed.MostItems)} announcements of {chrome.Company.LegalName}{(query.IsFiltered ? " that match" : "")}, in full; a correction updates its announcement.";
        return chrome.Company.Demonstration ? $"{what} A demonstration compiled from public facts: not the company's own feed and not investment advice." : what;
    }
}
