using IrenPortal.Site.Feeds;
using IrenPortal.Site.News;
using NodaTime;

namespace IrenPortal.Tests.Site.Feeds;

/// <summary>A feed with everything that has broken feeds before.</summary>
internal static class FeedSample
{
    public const string Hostile = "a < b & \"c\" ]]> é 🚀 مرحبا \u000B\uFFFE end";
    public const string Kept = "a < b & \"c\" ]]> é 🚀 مرحبا \uFFFD\uFFFD end";

    public static FeedItem Item { get; } = new(
        "https://ir.example/news/deal", Hostile, Hostile, $"<p>{Hostile}</p>", Instant.FromUtc(2025, 11, 3, 11, 30), Instant.FromUtc(2025, 11, 4, 9, 0),
        "AI Cloud", ["Nvidia & co", "ai cloud"],
        [new FeedFile("a.csv", "https://ir.example/files/1/a.csv", "text/csv", 771), new FeedFile("b.csv", "https://ir.example/files/2/b.csv", "text/csv", 5)]);

    public static Feed Feed { get; } = new()
    {
        Origin = new Uri("https://ir.example"),
        Query = new NewsQuery(Category: "Power & sites"),
        Title = Hostile,
        Description = Hostile,
        Author = "IREN Limited",
        Updated = Item.Updated,
        Items = [Item],
        Hubs = [new Uri("https://hub.example/a?b=c&d")],
    };
}
