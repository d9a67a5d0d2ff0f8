using System.Globalization;
using System.Xml.Linq;
using IrenPortal.Hosting.Answers;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Feeds;

/// <summary>A feed as RSS 2.0 with whole texts.</summary>
public static class RssFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>The document.</summary>
    public static Answer Of(Feed feed) => XmlAnswer.Of(
        FeedFormat.Rss.MediaType(),
        new XElement(
            "rss",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "atom", Atom),
            new XAttribute(XNamespace.Xmlns + "content", Content),
            new XElement(
                "channel",
                Element("title", feed.Title),
                new XElement("link", feed.PageUrl),
                Element("description", feed.Description),
                new XElement("language", "en"),
                new XElement("lastBuildDate", Date(feed.Updated)),
                new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("type", FeedFormat.Rss.MediaType()), new XAttribute("href", feed.SelfUrl(FeedFormat.Rss))),
                feed.Hubs.Select(hub => new XElement(Atom + "link", new XAttribute("rel", "hub"), new XAttribute("href", hub.AbsoluteUri))),
                feed.Items.Select(Item))),
        feed.LinkHeader(FeedFormat.Rss));

    // More than one enclosure is read differently by different programs; the text lists every file.
    private static XElement Item(FeedItem item) => new(
        "item",
        Element("title", item.Title),
        new XElement("link", item.Url),
        new XElement("guid", new XAttribute("isPermaLink", "true"), item.Url),
        new XElement("pubDate", Date(item.Published)),
        new XElement(Atom + "updated", Format.Machine(item.Updated)),
        item.Words.Select(word => Element("category", word)),
        Element("description", item.Summary),
        new XElement(Content + "encoded", new XCData(XmlAnswer.Text(item.Html))),
        item.Files.Take(1).Select(file => new XElement(
            "enclosure", new XAttribute("url", file.Url), new XAttribute("length", file.Bytes), new XAttribute("type", file.ContentType))));

    private static XElement Element(string name, string text) => new(name, XmlAnswer.Text(text));

    // RFC 822 as RSS has it, with a year of four digits.
    private static string Date(Instant instant) => instant.ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);
}
