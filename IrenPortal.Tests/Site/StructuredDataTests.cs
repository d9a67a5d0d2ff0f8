using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Events;
using IrenPortal.Site.Home;
using IrenPortal.Site.Layout;
using IrenPortal.Site.News;
using IrenPortal.Site.Stock.History;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Tests.Site;

/// <summary>Every JSON-LD object against its vocabulary: what it must have, absolute addresses, ISO dates.</summary>
public sealed class StructuredDataTests
{
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["NewsArticle"] = ["headline", "datePublished", "image", "author", "publisher", "mainEntityOfPage"],
        ["Corporation"] = ["name", "legalName", "tickerSymbol"],
        ["WebSite"] = ["name", "url", "potentialAction"],
        ["SearchAction"] = ["target", "query-input"],
        ["EntryPoint"] = ["urlTemplate"],
        ["ContactPoint"] = ["contactType"],
        ["PropertyValue"] = ["propertyID", "value"],
        ["Organization"] = ["name"],
        ["Event"] = ["name", "startDate", "eventStatus", "organizer", "url"],
        ["Place"] = ["name", "address"],
        ["VirtualLocation"] = ["url"],
        ["BreadcrumbList"] = ["itemListElement"],
        ["ListItem"] = ["position", "name", "item"],
        ["Dataset"] = ["name", "description", "url", "distribution", "temporalCoverage"],
        ["DataDownload"] = ["contentUrl", "encodingFormat"],
    };

    private static readonly string[] Addresses = ["url", "@id", "item", "image", "mainEntityOfPage", "contentUrl", "urlTemplate", "eventStatus", "eventAttendanceMode"];
    private static readonly string[] Dates = ["datePublished", "dateModified", "startDate", "endDate"];

    private static readonly EventDocument Meeting = new()
    {
        Slug = "agm", Title = "AGM </script>", StartDate = new LocalDate(2026, 11, 19), EndDate = new LocalDate(2026, 11, 20), Place = "Sydney", Webcast = "https://example.com/agm", Body = "",
    };

    [Fact]
    public void An_announcement_is_a_news_article()
    {
        var article = Checked(NewsArticleJson.Of(Sample.Announcement with { Corrections = [new(2, Instant.FromUtc(2025, 11, 4, 15, 0), "Wrong.")] }), "NewsArticle");

        article.GetProperty("datePublished").GetString().ShouldBe("2025-11-03", "no minute that is not known");
        article.GetProperty("dateModified").GetString().ShouldBe("2025-11-04T15:00:00Z");
    }

    [Fact]
    public void The_home_page_names_the_company_with_its_ticker_and_a_demonstration_does_not_pass_for_its_address()
    {
        var graph = Checked(CorporationJson.Of(Sample.Chrome)).GetProperty("@graph");
        graph[0].GetProperty("tickerSymbol").GetString().ShouldBe("NASDAQ IREN");
        graph[0].TryGetProperty("url", out _).ShouldBeFalse();

        var own = Sample.Chrome with { Company = Sample.Company with { Demonstration = false } };
        Checked(CorporationJson.Of(own)).GetProperty("@graph")[0].GetProperty("url").GetString().ShouldBe("https://ir.example/");
    }

    [Fact]
    public void Events_say_when_where_and_whether_they_stand()
    {
        var call = Meeting with { Slug = "call", StartDate = null, EndDate = null, StartsAt = Instant.FromUtc(2026, 11, 5, 22, 0), Place = null, Withdrawn = true };
        var json = EventJson.Of(new EventsView(Sample.Chrome, [new EventView(Meeting, "<p>a &amp; b</p>")], [new EventView(call, "")]))!;
        var graph = Checked(json).GetProperty("@graph");

        json.ShouldNotContain("</script>");
        (graph[0].GetProperty("startDate").GetString(), graph[0].GetProperty("endDate").GetString()).ShouldBe(("2026-11-19", "2026-11-20"));
        graph[0].GetProperty("eventAttendanceMode").GetString().ShouldBe("https://schema.org/MixedEventAttendanceMode");
        graph[0].GetProperty("description").GetString().ShouldBe("a & b");
        graph[1].GetProperty("startDate").GetString().ShouldBe("2026-11-05T22:00:00Z");
        graph[1].TryGetProperty("location", out _).ShouldBeFalse("what is called off has no webcast");
        graph[1].GetProperty("eventStatus").GetString().ShouldBe("https://schema.org/EventCancelled");
        EventJson.Of(new EventsView(Sample.Chrome, [], [])).ShouldBeNull();
    }

    [Fact]
    public void Prices_are_a_dataset_and_a_trail_a_list()
    {
        Checked(PriceDatasetJson.Of(Sample.Chrome, Shipped.Firm)!, "Dataset").GetProperty("temporalCoverage").GetString().ShouldBe("2021-11-17/2026-09-28");
        PriceDatasetJson.Of(Sample.Chrome, new PriceSeries("IREN", "USD", [], [])).ShouldBeNull();

        var list = Checked(BreadcrumbJson.Of(Sample.Chrome, [new PageLink("/news", "News")], new PageLink("/news/deal", "A deal")), "BreadcrumbList").GetProperty("itemListElement");
        list.EnumerateArray().Select(i => (i.GetProperty("position").GetInt32(), i.GetProperty("item").GetString())).ShouldBe([(1, "https://ir.example/news"), (2, "https://ir.example/news/deal")]);
    }

    [Fact]
    public void A_heading_of_a_text_gets_a_link_to_itself_named_after_it()
    {
        SectionLinks.In("<p>a</p>\n<h2 id=\"section-terms-x\">Terms &amp; <em>x</em></h2>\n<h3>none</h3>").ShouldBe(
            "<p>a</p>\n<div class=\"section-head\"><h2 id=\"section-terms-x\">Terms &amp; <em>x</em></h2><a class=\"section-link\" href=\"#section-terms-x\" aria-label=\"Link to this section: Terms &amp; x\">#</a></div>\n<h3>none</h3>");
    }

    private static JsonElement Checked(string json, string? type = null)
    {
        var root = JsonDocument.Parse(json).RootElement;
        root.GetProperty("@context").GetString().ShouldBe("https://schema.org");
        if (type is not null)
        {
            root.GetProperty("@type").GetString().ShouldBe(type);
        }

        Check(root);
        return root;
    }

    private static void Check(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            element.EnumerateArray().ToList().ForEach(Check);
        }

        if (element.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        if (element.TryGetProperty("@type", out var type))
        {
            Required.ShouldContainKey(type.GetString()!);
            Required[type.GetString()!].ShouldBeSubsetOf(element.EnumerateObject().Select(p => p.Name), type.GetString());
        }

        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.String && Addresses.Contains(member.Name))
            {
                Uri.TryCreate(member.Value.GetString(), UriKind.Absolute, out var address).ShouldBeTrue(member.ToString());
                address!.Scheme.ShouldBe("https", member.ToString());
            }

            if (Dates.Contains(member.Name))
            {
                var text = member.Value.GetString()!;
                (LocalDatePattern.Iso.Parse(text).Success || InstantPattern.ExtendedIso.Parse(text).Success).ShouldBeTrue(member.ToString());
            }

            Check(member.Value);
        }
    }
}
