using System.Globalization;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Stock.Reactions;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class ReactionBookTests
{
    private static readonly LocalDate BeforeTheNewest = new(2026, 8, 26);

    public static TheoryData<ReactionSort, bool> Orders => [.. from sort in Enum.GetValues<ReactionSort>() from down in new[] { true, false } select (sort, down)];

    [Fact]
    public void Numbers_count_from_the_oldest()
    {
        var book = Shipped.Book();

        book.Releases.Select(r => r.Number).ShouldBe(Enumerable.Range(1, Shipped.Set.Announcements.Count).Reverse());
        book.Releases[0].Slug.ShouldBe("fy26-results");
        book.Categories.ShouldBe(Shipped.Set.Company!.Categories);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void What_has_no_figure_stands_last_in_either_direction(ReactionSort sort, bool descending)
    {
        // The results of 27 August have not traded, and windows that reach into days to come are open.
        var book = Shipped.Book(BeforeTheNewest);
        var query = new ReactionQuery(null, sort, descending, new EventWindow(0, 10), Charts: false, LeavesFlagged: false);
        var rows = book.Releases.Sorted(query);
        var figures = rows.Select(r => Figure(r, sort)).ToList();
        var known = figures.TakeWhile(f => f is not null).ToList();

        rows.Count.ShouldBe(book.Releases.Count);
        known.ShouldBe(descending ? known.OrderDescending() : known.Order());
        figures.Skip(known.Count).ShouldAllBe(f => f == null);
        (known.Count < figures.Count).ShouldBe(sort != ReactionSort.Released);
    }

    [Fact]
    public void Equal_figures_stand_newest_first()
    {
        // Two releases of 8 September 2025 share their session and so their figures.
        var close = Shipped.Book().Releases.Sorted(ReactionQuery.Usual with { Sort = ReactionSort.Close, Descending = false });

        var pair = close.Where(r => r.Slug is "august-2025-update" or "cfo-appointment").ToList();
        pair[0].Shown!.Close.Fraction.ShouldBe(pair[1].Shown!.Close.Fraction);
        pair.Select(r => r.Number).ShouldBe([8, 7]);
    }

    [Theory]
    [InlineData("microsoft-ai-cloud-contract", "+9.1%", "−1.1% to +19.2%")]
    [InlineData("fy26-results", "−10.5%", "−21.9% to +0.9%")]
    [InlineData("ai-cloud-contracts-2-8bn", "+19.5%", "excludes zero: +8.6% to +30.5%")]
    [InlineData("convertible-notes-and-share-sale", "−18.3%", "excludes zero: −29.6% to −7.0%")]
    public void Estimates_are_those_of_the_design(string slug, string value, string range)
    {
        var abnormal = Release(Shipped.Book(), slug).Abnormal(EventWindow.DayZero)!.Value;

        IrenPortal.Ui.Formats.Format.SignedPercent(abnormal.Value).ShouldBe(value);
        MeasureWords.Around(abnormal).ShouldBe(range);
    }

    [Fact]
    public void A_day_without_a_known_hour_is_not_measured_alone()
    {
        var slug = "mirantis-acquisition-agreed";
        var complete = Release(Shipped.Book(new LocalDate(2026, 5, 6)), slug);
        var open = Release(Shipped.Book(new LocalDate(2026, 5, 5)), slug);

        complete.Abnormal(EventWindow.DayZero).ShouldNotBeNull();
        complete.Returned(EventWindow.DayZero).ShouldNotBeNull();
        open.Shown.ShouldBeNull();
        open.Abnormal(EventWindow.DayZero).ShouldBeNull();
        open.Returned(EventWindow.DayZero).ShouldBeNull();
        MeasureWords.NoMove(open, "IREN", Shipped.Calendar).ShouldBe("Time of day not known, and days −1 to +1 are not complete");
    }

    [Fact]
    public void Why_a_figure_is_missing_is_said()
    {
        var newest = Release(Shipped.Book(BeforeTheNewest), "fy26-results");
        var accepted = Release(Shipped.Book(BeforeTheNewest), "horizon-1-accepted");
        var few = Release(Book(from: new LocalDate(2025, 8, 6)), "microsoft-ai-cloud-contract");
        var alone = Release((Shipped.Site() with { Prices = new Dictionary<string, PriceSeries> { ["IREN"] = Shipped.Firm } }).Measures, "fy26-results");

        MeasureWords.NoMove(newest, "IREN", Shipped.Calendar).ShouldBe("Not traded yet");
        MeasureWords.NoMove(accepted, "IREN", Shipped.Calendar).ShouldBeNull();
        MeasureWords.NoEstimate(accepted, new EventWindow(0, 10), "QQQ").ShouldBe("Not complete: day +10 is missing");
        MeasureWords.NoEstimate(accepted, EventWindow.Primary, "QQQ").ShouldBeNull();
        MeasureWords.NoEstimate(few, EventWindow.DayZero, "QQQ").ShouldBe("No estimate: 51 of 100 sessions");
        few.Shown!.Close.Fraction.ShouldNotBeNull();
        alone.Study.ShouldBeNull();
        MeasureWords.NoEstimate(alone, EventWindow.DayZero, "QQQ").ShouldBe("No estimate: no prices of QQQ");
    }

    [Fact]
    public void A_release_outside_the_calendar_has_its_row_and_its_number()
    {
        var far = Shipped.Announcement("fy26-results") with { Slug = "far", ReleaseDate = new LocalDate(2036, 1, 4) };
        var book = Shipped.Site(announcements: [.. Shipped.Set.Announcements, far]).Measures;

        book.Releases[0].ShouldSatisfyAllConditions(r => r.Slug.ShouldBe("far"), r => r.Number.ShouldBe(27), r => r.Study.ShouldBeNull());
        MeasureWords.NoMove(book.Releases[0], "IREN", Shipped.Calendar).ShouldBe("No session: the day lies outside the calendar that this site knows");
        book.PanelOf(null, false).Events.Count.ShouldBe(26);
        PanelWords.Size(new ReactionGroup("All releases", null, book.PanelOf(null, false)), book).ShouldBe("27 releases, 1 without prices");
    }

    [Fact]
    public void Panels_are_of_all_and_of_each_category_with_flagged_ones_in_or_out()
    {
        var book = Shipped.Book();

        book.PanelOf(null, false).Over(EventWindow.Primary).Events.ShouldBe(26);
        book.Categories.Sum(c => book.PanelOf(c, false).Over(EventWindow.Primary).Events).ShouldBe(26);
        var (kept, left) = (book.PanelOf(null, false).Over(new EventWindow(-5, 5)), book.PanelOf(null, true).Over(new EventWindow(-5, 5)));
        left.Events.ShouldBe(26 - kept.Flagged);
        left.Flagged.ShouldBe(kept.Flagged);
        book.PanelOf(null, true).ShouldBeSameAs(book.PanelOf(null, true));
        kept.Flagged.ShouldBe(book.Releases.Count(r => r.OthersIn(kept.Window).Any()), "what is marked in the rows is what the averages leave out");
    }

    [Fact]
    public void Few_events_are_told_and_one_has_no_test()
    {
        var one = Groups(Shipped.Site(announcements: [Shipped.Announcement("fy26-results")]).Measures);
        var all = Groups(Shipped.Book());

        PanelWords.Few(one).ShouldBe(
            "Few events in All releases and Results, fewer than 20 in a window: read the exact binomial p; the others are rough. A window with one event alone, as in All releases and Results, has no test.");
        PanelWords.Headline(one[0].Panel.Over(EventWindow.Primary)).ShouldBe("No test");
        PanelWords.Few(all)!.ShouldStartWith("Few events in AI Cloud, Results, Financing, Power and sites, GPU purchases and Corporate, fewer than 20");
        PanelWords.Few([all[0]]).ShouldBeNull();
        PanelWords.Headline(all[0].Panel.Over(EventWindow.Primary)).ShouldStartWith("BMP p ");
        PanelWords.Headline(all[1].Panel.Over(EventWindow.Primary)).ShouldStartWith("exact p ");
    }

    [Fact]
    public void Overlap_is_counted_from_the_sessions()
    {
        var days = Shipped.Book().Releases.Select(r => r.Reaction!.Session).ToList();
        var near = days.Where((a, i) => days.Where((b, j) => i != j && Math.Abs(Shipped.Calendar.SessionsBetween(a, b)) < 3).Any()).Count();

        PanelWords.Overlap(Shipped.Book().PanelOf(null, false)).ShouldContain(string.Create(CultureInfo.InvariantCulture, $" {near} of 26 over days −1 to +1,"));
        near.ShouldBeGreaterThan(0);
    }

    private static double? Figure(MeasuredRelease release, ReactionSort sort) => sort switch
    {
        ReactionSort.Released => release.Number,
        ReactionSort.Close => (double?)release.Shown?.Close.Fraction,
        ReactionSort.Abnormal => release.Abnormal(EventWindow.DayZero)?.Value,
        ReactionSort.Range => release.Abnormal(new EventWindow(0, 10))?.Interval().Low,
        ReactionSort.Volume => (double?)release.Shown?.VolumeMultiple,
        _ => release.Abnormal(new EventWindow(0, 10))?.Value,
    };

    private static MeasuredRelease Release(ReactionBook book, string slug) => book.Releases.Single(r => r.Slug == slug);

    private static ReactionBook Book(LocalDate from) => (Shipped.Site() with
    {
        Prices = new[] { Shipped.Firm, Shipped.Benchmark }.ToDictionary(s => s.Symbol, s => new PriceSeries(s.Symbol, s.Currency, s.Range(from, null), s.Actions)),
    }).Measures;

    private static IReadOnlyList<ReactionGroup> Groups(ReactionBook book) => new ReactionsView(Sample.Chrome, book, ReactionQuery.Usual).Groups;
}
