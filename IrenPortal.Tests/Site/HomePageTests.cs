using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Site.Events;
using IrenPortal.Site.Home;
using IrenPortal.Site.News;
using IrenPortal.Site.Pages;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class HomePageTests
{
    private static readonly EventView Meeting = new(
        new EventDocument
        {
            Slug = "agm", Title = "Annual general meeting", StartsAt = Instant.FromUtc(2025, 11, 19, 20, 30), Place = "Online",
            Webcast = "https://example.com/w", Body = "",
        },
        "");

    private static CardView Card(string slug, string category) => new(
        slug, "Headline of " + slug, "Summary", ReleaseMoment.On(new LocalDate(2026, 8, 27), ReleaseTiming.AfterClose), category, null);

    [Fact]
    public async Task The_newest_release_leads_and_the_others_follow_as_rows()
    {
        var page = await Render.Document<HomePage>(("View", new HomeView
        {
            Chrome = Sample.Chrome, Lead = Card("results", "Results"), LeadHasFiles = true, News = [Card("a", "Corporate")], Featured = [Card("b", "AI Cloud")],
            Contracts = [Sample.Contract], Events = [Meeting],
        }));

        page.Title.ShouldBe("IREN investor relations");
        page.QuerySelectorAll("h1").ShouldHaveSingleItem().Words().ShouldBe("Headline of results");
        page.QuerySelectorAll(".release .button").Select(b => (b.Words(), b.GetAttribute("href"))).ShouldBe(
            [("Read the results", "/news/results"), ("Files", "/news/results#files")]);
        page.QuerySelectorAll("article.card a").Select(a => a.GetAttribute("href")).ShouldBe(["/news/a", "/news/b"]);
        page.QuerySelector("#contract-book").Words().ShouldContain("Microsoft About $9.7bn");
        page.QuerySelector("#next-events").Words().ShouldContain("Annual general meeting: 19 Nov 2025, 15:30 ET");
    }

    [Fact]
    public async Task Key_figures_known_from_reports_say_so_under_them()
    {
        var company = Sample.Company with
        {
            KeyFigures = [new KeyFigure("Secured grid power", "5 GW", "May 2026", null, null, true), new KeyFigure("Halls", "4", null, null, null, false)],
        };
        var page = await Render.Document<HomePage>(("View", new HomeView { Chrome = Sample.Chrome with { Company = company } }));
        page.QuerySelector(".figures").Words().ShouldEndWith("As reported, not checked against the filings: Secured grid power.");
    }

    [Fact]
    public async Task An_empty_store_still_has_a_home_page()
    {
        var page = await Render.Document<HomePage>(("View", new HomeView { Chrome = Sample.Chrome with { Quote = null, BenchmarkQuote = null, Ledger = null } }));
        page.QuerySelector("h1").Words().ShouldBe("IREN Limited");
        page.QuerySelector("#next-events").Words().ShouldContain("date not announced yet");
    }

    [Fact]
    public async Task Events_are_told_in_New_York_time_with_UTC_beside()
    {
        var page = await Render.Document<EventsPage>(("View", new EventsView(Sample.Chrome, [], [Meeting])));
        page.QuerySelector("#upcoming").Words().ShouldContain("No date is announced yet.");
        page.QuerySelector("#agm").Words().ShouldBe(
            "19 Nov 2025, 15:30 ET 20:30 UTC Annual general meeting Online Webcast: Annual general meeting, 19 Nov 2025");
        page.QuerySelector("#agm time")!.GetAttribute("datetime").ShouldBe("2025-11-19T20:30:00Z");
    }

    [Fact]
    public async Task An_event_of_some_days_names_the_first_and_the_last()
    {
        var conference = new EventView(
            new EventDocument { Slug = "c", Title = "Conference", StartDate = new LocalDate(2026, 9, 9), EndDate = new LocalDate(2026, 9, 11), Body = "" }, "");
        conference.When(Sample.Chrome.Zone).ShouldBe("9 Sep 2026 to 11 Sep 2026");
        conference.Machine.ShouldBe("2026-09-09");
        (await Render.Document<EventRow>(("View", conference), ("Zone", Sample.Chrome.Zone))).QuerySelector(".when").Words().ShouldContain("Time of day not known");
    }

    [Fact]
    public async Task A_standing_page_lists_the_others_and_marks_itself()
    {
        var page = await Render.Document<ContentPage>(
            ("View", new ContentPageView(Sample.Chrome, new PageDocument("about", "About IREN", "Who it is.", "Text."), "<p>Text.</p>")));
        page.QuerySelector("meta[name=description]")!.GetAttribute("content").ShouldBe("Who it is.");
        page.QuerySelector(".article").Words().ShouldBe("Text.");
        page.QuerySelectorAll(".side [aria-current=page]").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("/about");
    }
}
