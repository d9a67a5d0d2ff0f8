using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Api;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using IrenPortal.Site.Search;

namespace IrenPortal.Site.Feeds;

/// <summary>The feeds of announcements.</summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder site)
    {
        foreach (var format in FeedAddresses.Formats)
        {
            site.MapGetOrHead(format.Path(), (HttpRequest request, SiteAnswers answers, PublishedFeeds feeds) => Feed(format, request, answers, feeds))
                .AddEndpointFilter<ReaderThrottle.Filter<SearchThrottle>>()
                .Reads(EditionKind.Announcement, ReadChannel.List);
        }
    }

    private static Task<IResult> Feed(FeedFormat format, HttpRequest request, SiteAnswers answers, PublishedFeeds feeds)
    {
        var asked = NewsQueries.Read(new QueryFields(request.Query)) with { Page = 1 };
        return answers.AtAsync(
            moment => (Query: asked with { Category = CategoryOf(moment.Site, asked) }, IsKnown: asked.Category is null || CategoryOf(moment.Site, asked) is not null),
            question => format.Href(question.Query) + (question.IsKnown ? "" : " of no category"),
            async (moment, question) => question.IsKnown ? Write(format, await feeds.ReadAsync(moment, question.Query)) : null);
    }

    // As the company writes it, so that each category has one address; whoever subscribes to a slip would wait for ever.
    private static string? CategoryOf(PublishedSite site, NewsQuery asked)
    {
        var key = asked.Category is { } name ? MatchKey.Fold(name) : null;
        return site.Company.Categories.Concat(site.Announcements.Concat(site.WithdrawnAnnouncements).Select(a => a.Document.Category))
            .FirstOrDefault(category => MatchKey.Fold(category) == key);
    }

    private static Answer Write(FeedFormat format, Feed feed) => format switch
    {
        FeedFormat.Rss => RssFeed.Of(feed),
        FeedFormat.Atom => AtomFeed.Of(feed),
        _ => JsonFeed.Of(feed),
    };
}
