using IrenPortal.Site.News;
using NodaTime;

namespace IrenPortal.Site.Feeds;

/// <summary>The newest announcements that match a question, as each format writes them. All addresses are absolute.</summary>
public sealed record Feed
{
    /// <summary>Most announcements in a feed.</summary>
    public const int MostItems = 50;

    /// <summary>Scheme, host and port of its own addresses.</summary>
    public required Uri Origin { get; init; }

    /// <summary>What it was narrowed to.</summary>
    public required NewsQuery Query { get; init; }

    /// <summary>Its name in plain text.</summary>
    public required string Title { get; init; }

    /// <summary>What is in it, in a sentence or two of plain text.</summary>
    public required string Description { get; init; }

    /// <summary>Who says it: the company's registered name.</summary>
    public required string Author { get; init; }

    /// <summary>The newest change of an item; the page day where there is none.</summary>
    public required Instant Updated { get; init; }

    /// <summary>Newest first, then by slug.</summary>
    public required IReadOnlyList<FeedItem> Items { get; init; }

    /// <summary>The WebSub hubs that are told when it changes.</summary>
    public IReadOnlyList<Uri> Hubs { get; init; } = [];

    /// <summary>The same list for people.</summary>
    public string PageUrl => new Uri(Origin, Query.Href).AbsoluteUri;

    /// <summary>Its own address in a format.</summary>
    public string SelfUrl(FeedFormat format) => new Uri(Origin, format.Href(Query)).AbsoluteUri;

    /// <summary>Its own address and its hubs, as the header <c>Link</c> has them.</summary>
    public string LinkHeader(FeedFormat format) =>
        string.Join(", ", [$"<{SelfUrl(format)}>; rel=\"self\"", .. Hubs.Select(hub => $"<{hub.AbsoluteUri}>; rel=\"hub\"")]);
}

/// <summary>An announcement in a feed.</summary>
/// <param name="Url">Its page, and its identity: the same for every edition.</param>
/// <param name="Title">The headline; a withdrawn one says so.</param>
/// <param name="Summary">Plain text.</param>
/// <param name="Html">The whole text with the notices before it; every address is absolute.</param>
/// <param name="Published">When it was released.</param>
/// <param name="Updated">When its newest edition came.</param>
/// <param name="Category">Its category.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Files">Its attachments.</param>
public sealed record FeedItem(
    string Url, string Title, string Summary, string Html, Instant Published, Instant Updated, string Category, IReadOnlyList<string> Tags, IReadOnlyList<FeedFile> Files)
{
    /// <summary>Category and tags, each once.</summary>
    public IReadOnlyList<string> Words => [.. Tags.Prepend(Category).Distinct(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>An attachment in a feed.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Url">Where it is.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its size.</param>
public sealed record FeedFile(string Name, string Url, string ContentType, long Bytes);
