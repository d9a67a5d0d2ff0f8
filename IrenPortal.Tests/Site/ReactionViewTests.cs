using IrenPortal.Market.Calendar;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.News;
using IrenPortal.Tests.Ui.Charts;
using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class ReactionViewTests
{
    public static TheoryData<string> Releases => [.. Shipped.Set.Announcements.Select(a => a.Slug)];

    [Fact]
    public async Task The_sentence_of_the_Microsoft_day_is_the_days()
    {
        var page = await Rendered.PageAsync<ReactionPanel>(("View", Shipped.View("microsoft-ai-cloud-contract")));

        page.QuerySelector(".sentence").Said().ShouldBe("The share opened at +20.3%, reached +24.7% and closed at +11.5%; QQQ closed at +0.5%.");
        ReactionCharts.DayLabel(Shipped.View("microsoft-ai-cloud-contract")).ShouldBe(
            "IREN on 3 Nov 2025 against the previous close of 60.75: opened +20.3%, low +6.0%, high +24.7%, closed +11.5%.");
        ReactionCharts.WindowLabel(Shipped.View("microsoft-ai-cloud-contract")).ShouldBe(
            "From ten sessions before the release on, IREN closed day 0 at +11.5% and stood at −20.9% on day +10, QQQ at −4.0%.");
    }

    [Fact]
    public async Task A_bad_day_is_told_in_the_same_words()
    {
        var page = await Rendered.PageAsync<ReactionPanel>(("View", Shipped.View("convertible-notes-and-share-sale")));

        page.QuerySelector(".sentence").Said().ShouldBe("The share opened at −5.4%, reached −2.9% and closed at −15.2%; QQQ closed at +0.8%.");
    }

    [Fact]
    public void What_the_press_said_is_laid_beside_the_session()
    {
        var view = Shipped.View("microsoft-ai-cloud-contract");

        ReactionWords.Press(view).ShouldBe(
            "Press reports ran from “about 18%” to “over 30%”. The regular session’s high was +24.7% and its close +11.5%. 3 of the 5 figures lie above the high.");
        view.Press.Select(p => p.Place).ShouldBe(["within the day’s range", "within the day’s range", "above the high", "above the high", "above the high"]);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Every_charted_figure_is_in_a_table(string slug)
    {
        var page = await Rendered.PageAsync<ReactionPanel>(("View", Shipped.View(slug)));

        var tables = page.Tabled();
        var axis = page.QuerySelectorAll("svg[role=img] text.muted").Select(t => t.TextContent).ToHashSet();
        foreach (var figure in page.Drawn().Where(t => !axis.Contains(t)).SelectMany(t => t.Split(' ')).Where(w => w.EndsWith('%') || w.EndsWith('×') || decimal.TryParse(w, out _)))
        {
            if (figure.Contains('.', StringComparison.Ordinal))
            {
                tables.ShouldContain(figure.TrimEnd('×', '\u00a0'));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void Every_drawing_of_the_shipped_releases_reads(string slug)
    {
        var view = Shipped.View(slug);

        TradingDayDrawing.Make(view.Day!, wide: true).ShouldBeReadable();
        TradingDayDrawing.Make(view.Day!, wide: false).ShouldBeReadable();
        SessionWindowDrawing.Make(ReactionCharts.Window(view), wide: true).ShouldBeReadable(60, 108);
        SessionWindowDrawing.Make(ReactionCharts.Window(view), wide: false).ShouldBeReadable(52, 64);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task The_panel_never_calls_a_move_significant_and_has_no_inline_style(string slug)
    {
        var page = await Rendered.PageAsync<ReactionPanel>(("View", Shipped.View(slug)));

        page.Body!.TextContent.ShouldNotContain("significant");
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelectorAll("svg[role=img]").ShouldAllBe(s => s.GetAttribute("aria-label")!.EndsWith('.'));
    }

    [Fact]
    public async Task A_release_of_which_only_the_date_is_known_is_told_over_three_sessions()
    {
        var page = await Rendered.PageAsync<ReactionPanel>(("View", Shipped.View("mirantis-acquisition-agreed")));

        page.QuerySelector(".sentence").Said().ShouldStartWith("Over three sessions, from the one before its date to the one after, the share moved +33.6%");
        Shipped.View("mirantis-acquisition-agreed", new LocalDate(2026, 5, 5)).Shown.ShouldBeNull();
        var early = await Rendered.PageAsync<ReactionPanel>(("View", Shipped.View("mirantis-acquisition-agreed", new LocalDate(2026, 5, 5))));
        early.QuerySelector(".sentence").ShouldBeNull();
        early.QuerySelectorAll("svg[role=img]").ShouldBeEmpty();
        early.QuerySelector(".note").Said().ShouldStartWith("Not shown yet.");
    }

    [Theory]
    [InlineData("2025-10-31", "Not traded yet. The first session that can react is 3 Nov 2025. Prices are known to 31 Oct 2025.")]
    [InlineData("2025-11-05", "The window is not complete: it ends ten sessions after 3 Nov 2025. Prices are known to 5 Nov 2025.")]
    public async Task What_is_still_to_come_is_said(string pricesTo, string said)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(pricesTo).Value;
        var page = await Rendered.PageAsync<ReactionPanel>(("View", Shipped.View("microsoft-ai-cloud-contract", date)));

        page.QuerySelector(".note").Said().ShouldBe(said);
    }

    [Fact]
    public void A_release_without_prices_says_so()
    {
        var moment = ReleaseMoment.On(new LocalDate(2020, 3, 2), ReleaseTiming.BeforeOpen);
        var reaction = RawReaction.Compute(Shipped.Firm, Shipped.Benchmark, moment, Shipped.Calendar, []);

        ReactionNotes.Of(ReactionView.From(reaction, null, moment, [], Shipped.Prices, Shipped.Calendar)).ShouldHaveSingleItem().Text.ShouldBe(
            "This site has no price of IREN for 2 Mar 2020, the first session that could react.");
    }

    [Fact]
    public async Task An_early_close_is_said()
    {
        var page = await Rendered.PageAsync<ReactionPanel>(("View", Shipped.View("blackwell-gpus-prince-george")));

        page.QuerySelectorAll(".note").Select(Rendered.Said).ShouldContain(
            "The market closed at 13:00 on 3 Jul 2025, so the day’s volume is low for that reason alone.");
    }

    [Theory]
    [InlineData("microsoft-ai-cloud-contract", -0.5)]
    [InlineData("fy26-results", -0.5)]
    [InlineData("horizon-1-accepted", -0.5)]
    [InlineData("mirantis-acquisition-agreed", 0)]
    public void The_event_line_stands_where_the_market_was_told(string slug, double at) => Shipped.View(slug).Event.At.ShouldBe(at);

    [Fact]
    public void A_release_in_the_session_stands_on_its_day()
    {
        var moment = ReleaseMoment.At(Instant.FromUtc(2025, 11, 3, 16, 0));
        var reaction = RawReaction.Compute(Shipped.Firm, Shipped.Benchmark, moment, Shipped.Calendar, []);

        ReactionView.From(reaction, null, moment, [], Shipped.Prices, Shipped.Calendar).Event.At.ShouldBe(0);
    }

    [Fact]
    public void Sums_run_backwards_and_forwards_from_the_close_before_day_0()
    {
        var sessions = Shipped.View("microsoft-ai-cloud-contract").Sessions;

        sessions.Single(s => s.Day == -1).FirmSum.ShouldBe(0);
        sessions.Single(s => s.Day == 0).FirmSum.ShouldBe(sessions.Single(s => s.Day == 0).FirmReturn);
        sessions.Single(s => s.Day == -3).FirmSum.ShouldBe(-(sessions.Single(s => s.Day == -2).FirmReturn + sessions.Single(s => s.Day == -1).FirmReturn));
        ((double)sessions[^1].FirmSum!.Value).ShouldBe(-0.209, 0.0005);
    }
}
