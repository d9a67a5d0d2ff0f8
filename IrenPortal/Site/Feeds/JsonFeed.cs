using System.Text.Json;
using System.Text.Json.Serialization;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Api;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Feeds;

/// <summary>A feed as JSON Feed 1.1.</summary>
public static class JsonFeed
{
    private static readonly JsonSerializerOptions Options = new(ApiJson.Options)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The document.</summary>
    public static Answer Of(Feed feed)
    {
        var document = new Document(
            "https://jsonfeed.org/version/1.1", feed.Title, feed.PageUrl, feed.SelfUrl(FeedFormat.Json), feed.Description, "en", [new Author(feed.Author)],
            feed.Hubs.Count == 0 ? null : [.. feed.Hubs.Select(hub => new Hub("WebSub", hub.AbsoluteUri))],
            [.. feed.Items.Select(ItemOf)]);
        return new Answer(FeedFormat.Json.MediaType() + "; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(document, Options)) { Link = feed.LinkHeader(FeedFormat.Json) };
    }

    private static Item ItemOf(FeedItem item) => new(
        item.Url, item.Url, item.Title, item.Html, item.Summary, Format.Machine(item.Published), Format.Machine(item.Updated), item.Words,
        item.Files.Count == 0 ? null : [.. item.Files.Select(f => new Attachment(f.Url, f.ContentType, f.Name, f.Bytes))]);

    private sealed record Document(
        string Version, string Title, string HomePageUrl, string FeedUrl, string Description, string Language, IReadOnlyList<Author> Authors, IReadOnlyList<Hub>? Hubs, IReadOnlyList<Item> Items);

    private sealed record Author(string Name);

    private sealed record Hub(string Type, string Url);

    private sealed record Item(
        string Id, string Url, string Title, string ContentHtml, string Summary, string DatePublished, string DateModified, IReadOnlyList<string> Tags, IReadOnlyList<Attachment>? Attachments);

    private sealed record Attachment(string Url, string MimeType, string Title, long SizeInBytes);
}
