using System.Xml.Linq;
using IrenPortal.Hosting.Answers;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Feeds;

/// <summary>A feed as Atom 1.0 (RFC 4287).</summary>
public static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The document.</summary>
    public static Answer Of(Feed feed) => XmlAnswer.Of(
        FeedFormat.Atom.MediaType(),
        new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "en"),
            new XElement(Atom + "id", feed.SelfUrl(FeedFormat.Atom)),
            Element("title", feed.Title),
            Element("subtitle", feed.Description),
            new XElement(Atom + "updated", Format.Machine(feed.Updated)),
            Link("self", feed.SelfUrl(FeedFormat.Atom), FeedFormat.Atom.MediaType()),
            Link("alternate", feed.PageUrl, "text/html"),
            feed.Hubs.Select(hub => Link("hub", hub.AbsoluteUri)),
            new XElement(Atom + "author", Element("name", feed.Author)),
            feed.Items.Select(Entry)),
        feed.LinkHeader(FeedFormat.Atom));

    private static XElement Entry(FeedItem item) => new(
        Atom + "entry",
        new XElement(Atom + "id", item.Url),
        Element("title", item.Title),
        Link("alternate", item.Url, "text/html"),
        new XElement(Atom + "published", Format.Machine(item.Published)),
        new XElement(Atom + "updated", Format.Machine(item.Updated)),
        item.Words.Select(word => new XElement(Atom + "category", new XAttribute("term", XmlAnswer.Text(word)))),
        Element("summary", item.Summary),
        new XElement(Atom + "content", new XAttribute("type", "html"), XmlAnswer.Text(item.Html)),
        item.Files.Select(file =>
        {
            var link = Link("enclosure", file.Url, file.ContentType);
            link.Add(new XAttribute("length", file.Bytes), new XAttribute("title", XmlAnswer.Text(file.Name)));
            return link;
        }));

    private static XElement Element(string name, string text) => new(Atom + name, XmlAnswer.Text(text));

    private static XElement Link(string rel, string href, string? type = null) =>
        new(Atom + "link", new XAttribute("rel", rel), type is null ? null : new XAttribute("type", type), new XAttribute("href", href));
}
