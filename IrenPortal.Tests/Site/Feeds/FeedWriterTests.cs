using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Feeds;

namespace IrenPortal.Tests.Site.Feeds;

/// <summary>What the three formats hold, by their own rules.</summary>
public sealed class FeedWriterTests
{
    private const string Self = "?category=Power%20%26%20sites";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Fact]
    public void Rss_is_well_formed_and_gives_back_every_word()
    {
        var answer = RssFeed.Of(FeedSample.Feed);
        var channel = Xml(answer).Root!.Element("channel")!;
        var item = channel.Elements("item").ShouldHaveSingleItem();

        answer.ContentType.ShouldBe("application/rss+xml; charset=utf-8");
        channel.Element("title")!.Value.ShouldBe(FeedSample.Kept);
        channel.Elements(Atom + "link").Select(l => (l.Attribute("rel")!.Value, l.Attribute("href")!.Value)).ShouldBe(
            [("self", "https://ir.example/feed/rss.xml" + Self), ("hub", "https://hub.example/a?b=c&d")]);
        channel.Element("lastBuildDate")!.Value.ShouldBe("Tue, 04 Nov 2025 09:00:00 GMT");
        item.Element("title")!.Value.ShouldBe(FeedSample.Kept);
        item.Element(Content + "encoded")!.Value.ShouldBe($"<p>{FeedSample.Kept}</p>");
        (item.Element("guid")!.Value, item.Element("guid")!.Attribute("isPermaLink")!.Value).ShouldBe(("https://ir.example/news/deal", "true"));
        item.Element("pubDate")!.Value.ShouldBe("Mon, 03 Nov 2025 11:30:00 GMT");
        item.Elements("category").Select(c => c.Value).ShouldBe(["AI Cloud", "Nvidia & co"]);
        item.Elements("enclosure").ShouldHaveSingleItem().Attribute("length")!.Value.ShouldBe("771");
    }

    [Fact]
    public void Atom_has_all_that_its_standard_requires()
    {
        var answer = AtomFeed.Of(FeedSample.Feed);
        var feed = Xml(answer).Root!;
        var entry = feed.Elements(Atom + "entry").ShouldHaveSingleItem();

        answer.ContentType.ShouldBe("application/atom+xml; charset=utf-8");
        foreach (var required in new[] { "id", "title", "updated" })
        {
            feed.Elements(Atom + required).ShouldHaveSingleItem().Value.ShouldNotBeEmpty();
            entry.Elements(Atom + required).ShouldHaveSingleItem().Value.ShouldNotBeEmpty();
        }

        feed.Element(Atom + "author")!.Element(Atom + "name")!.Value.ShouldBe("IREN Limited");
        feed.Elements(Atom + "link").Select(l => l.Attribute("rel")!.Value).ShouldBe(["self", "alternate", "hub"]);
        entry.Element(Atom + "id")!.Value.ShouldBe("https://ir.example/news/deal");
        (entry.Element(Atom + "published")!.Value, entry.Element(Atom + "updated")!.Value).ShouldBe(("2025-11-03T11:30:00Z", "2025-11-04T09:00:00Z"));
        (entry.Element(Atom + "content")!.Attribute("type")!.Value, entry.Element(Atom + "content")!.Value).ShouldBe(("html", $"<p>{FeedSample.Kept}</p>"));
        entry.Elements(Atom + "link").Count(l => l.Attribute("rel")!.Value == "enclosure").ShouldBe(2);
    }

    [Fact]
    public void Json_has_the_names_of_version_1_1()
    {
        var answer = JsonFeed.Of(FeedSample.Feed);
        var feed = JsonDocument.Parse(answer.Body).RootElement;
        var item = feed.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();

        answer.ContentType.ShouldBe("application/feed+json; charset=utf-8");
        feed.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
        feed.GetProperty("feed_url").GetString().ShouldBe("https://ir.example/feed/feed.json" + Self);
        feed.GetProperty("home_page_url").GetString().ShouldBe("https://ir.example/news" + Self);
        feed.GetProperty("hubs")[0].GetProperty("type").GetString().ShouldBe("WebSub");
        item.GetProperty("id").GetString().ShouldBe("https://ir.example/news/deal");
        item.GetProperty("content_html").GetString().ShouldBe($"<p>{FeedSample.Hostile}</p>");
        item.GetProperty("date_published").GetString().ShouldBe("2025-11-03T11:30:00Z");
        item.GetProperty("date_modified").GetString().ShouldBe("2025-11-04T09:00:00Z");
        item.GetProperty("attachments").EnumerateArray().Select(a => a.GetProperty("mime_type").GetString()).ShouldBe(["text/csv", "text/csv"]);
    }

    [Fact]
    public void An_empty_feed_is_a_feed()
    {
        var empty = FeedSample.Feed with { Items = [], Hubs = [] };

        Xml(RssFeed.Of(empty)).Descendants("item").ShouldBeEmpty();
        Xml(AtomFeed.Of(empty)).Root!.Element(Atom + "updated")!.Value.ShouldBe("2025-11-04T09:00:00Z");
        JsonDocument.Parse(JsonFeed.Of(empty).Body).RootElement.GetProperty("items").GetArrayLength().ShouldBe(0);
        RssFeed.Of(empty).Link.ShouldBe($"<https://ir.example/feed/rss.xml{Self}>; rel=\"self\"");
    }

    [Theory]
    [InlineData("<a href=\"/files/1/a.csv\">x</a>", "<a href=\"https://ir.example/files/1/a.csv\">x</a>")]
    [InlineData("<img src=\"/files/1/a.png\" alt=\"\">", "<img src=\"https://ir.example/files/1/a.png\" alt=\"\">")]
    [InlineData("<a href=\"#section-terms\">x</a>", "<a href=\"https://ir.example/news/deal#section-terms\">x</a>")]
    [InlineData("<a href=\"?version=1\">x</a>", "<a href=\"https://ir.example/news/deal?version=1\">x</a>")]
    [InlineData("<a href=\"other\">x</a>", "<a href=\"https://ir.example/news/other\">x</a>")]
    [InlineData("<a href=\"/news?q=a&amp;tag=b\">x</a>", "<a href=\"https://ir.example/news?q=a&amp;tag=b\">x</a>")]
    [InlineData("<a href=\"mailto:ir@iren.com\">x</a>", "<a href=\"mailto:ir@iren.com\">x</a>")]
    [InlineData("<a href=\"https://www.sec.gov/x\">x</a>", "<a href=\"https://www.sec.gov/x\">x</a>")]
    [InlineData("<p>write href=&quot;/x&quot;</p>", "<p>write href=&quot;/x&quot;</p>")]
    public void Addresses_in_texts_are_absolute(string html, string expected) =>
        AbsoluteHtml.Of(html, new Uri("https://ir.example/news/deal")).ShouldBe(expected);

    private static XDocument Xml(Answer answer)
    {
        var text = Encoding.UTF8.GetString(answer.Body.Span);
        text.ShouldStartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        return XDocument.Parse(text);
    }
}
