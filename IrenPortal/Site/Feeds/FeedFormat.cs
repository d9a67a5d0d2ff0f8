using IrenPortal.Site.News;

namespace IrenPortal.Site.Feeds;

/// <summary>How a feed is written.</summary>
public enum FeedFormat
{
    /// <summary>RSS 2.0.</summary>
    Rss = 1,

    /// <summary>Atom 1.0 (RFC 4287).</summary>
    Atom = 2,

    /// <summary>JSON Feed 1.1.</summary>
    Json = 3,
}

/// <summary>Where feeds are: one address a format, narrowed by the same query fields as <c>/news</c>.</summary>
public static class FeedAddresses
{
    /// <summary>Every format, the most used first.</summary>
    public static IReadOnlyList<FeedFormat> Formats { get; } = [FeedFormat.Rss, FeedFormat.Atom, FeedFormat.Json];

    /// <summary>The feed of everything.</summary>
    public static string Path(this FeedFormat format) => format switch
    {
        FeedFormat.Rss => "/feed/rss.xml",
        FeedFormat.Atom => "/feed/atom.xml",
        _ => "/feed/feed.json",
    };

    /// <summary>The feed of a question; a feed has no pages.</summary>
    public static string Href(this FeedFormat format, NewsQuery query) => format.Path() + (query with { Page = 1 }).Href["/news".Length..];

    /// <summary>The media type.</summary>
    public static string MediaType(this FeedFormat format) => format switch
    {
        FeedFormat.Rss => "application/rss+xml",
        FeedFormat.Atom => "application/atom+xml",
        _ => "application/feed+json",
    };

    /// <summary>Its name in words.</summary>
    public static string Name(this FeedFormat format) => format switch
    {
        FeedFormat.Rss => "RSS",
        FeedFormat.Atom => "Atom",
        _ => "JSON Feed",
    };

    /// <summary>Whether hubs are told of this feed: of everything and of a category, not of a search.</summary>
    public static bool IsTold(NewsQuery query) => query is { Text: null, Year: null, Tag: null, Party: null };
}
