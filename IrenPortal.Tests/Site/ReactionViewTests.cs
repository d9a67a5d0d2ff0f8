using System.Globalization;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.News;
using IrenPortal.Tests.Testing;
using IrenPortal.Tests.Ui.Charts;
using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class ReactionViewTests
{
    public static TheoryData<string> Releases => [.. Shipped.Set.Announcements.Select(a => a.Slug)];

    [Fact]
    public async Task The_Microsoft_day_is_told_with_what_is_left_of_it()
    {
        var view = Shipped.View("microsoft-ai-cloud-contract");
        var page = await Render.Document<ReactionPanel>(("View", view));

        page.QuerySelector(".sentence").Said().ShouldBe(
            "The share opened at +20.3%, reached +24.7% and closed at +11.5%; QQQ closed at +0.5%. After allowing for QQQ, +9.1% is left. Its 95% range, −1.1% to +19.2%, includes zero.");
        page.QuerySelectorAll(".sentence b").Select(Render.Said).ShouldBe(["+9.1%", "includes zero"]);
        page.QuerySelector(".ordinary").Said().ShouldBe("By the model, what is left is larger, up or down, than on 92% of ordinary days (p\u00a0=\u00a00.08).");
        page.QuerySelector("p.print-only").Said().ShouldBe(
            "Open +20.3%, high +24.7%, close +11.5% on volume of 80.4m; QQQ +0.5%. Not explained by QQQ: +9.1%, 95% range −1.1% to +19.2%, which includes zero.");
        ReactionCharts.DayLabel(view).ShouldBe(
            "IREN on 3 Nov 2025 against the previous close of 60.75: opened +20.3%, low +6.0%, high +24.7%, closed +11.5%.");
        ReactionCharts.WindowLabel(view).ShouldBe(
            "From ten sessions before the release on, IREN closed day 0 at +11.5% and stood at −20.9% on day +10, QQQ at −4.0%; the 95% range without news was −23.5% to +47.8%.");
        ReactionCharts.PathLabel(view).ShouldBe(
            "Summed from day −10 on, what QQQ does not explain stood at −54.7% on day +10, outside the 95% range without news of −50.4% to +50.4%.");
    }

    [Fact]
    public async Task The_reference_figures_of_the_Microsoft_study_are_on_the_page()
    {
        var view = Shipped.View("microsoft-ai-cloud-contract");
        var page = await Render.Document<ReactionPanel>(("View", view));

        (Math.Round(view.Model!.Model.Beta, 3), Math.Round(view.Model.Model.Sigma, 5)).ShouldBe((1.609, 0.05106));
        page.QuerySelector(".model").Said().ShouldBe("Market model, 120 sessions to 17 Oct 2025: beta\u00a01.61, R²\u00a00.07, residual 5.1% a day.");
        page.QuerySelectorAll("[aria-label$='by window'] tbody tr").Select(r => string.Join(" | ", r.Children.Select(Render.Said))).ShouldBe(
        [
            "Day 0 | +11.5% | +9.1% | −1.1% to +19.2% | 0.08", "−1 to +1 | +14.4% | +10.9% | −7.0% to +28.7% | 0.23",
            "−5 to +5 * | −4.3% | −21.7% | −56.8% to +13.4% | 0.22", "0 to +10 * | −22.0% | −33.0% | −68.7% to +2.7% | 0.07",
        ]);
        page.QuerySelector(".foot").Said().ShouldBe("* Another release falls in this window: First-quarter results: revenue $240.3m on day +4.");
        page.QuerySelector(".foot a")!.GetAttribute("href").ShouldBe("/news/q1-fy26-results");
        page.Tabled().ShouldContain("80,440,700 | 2.8\u00a0× usual");
        page.QuerySelectorAll(".data a").Select(a => a.GetAttribute("href")).ShouldBe(
        [
            "/news/microsoft-ai-cloud-contract/reaction.csv", "/api/v1/announcements/microsoft-ai-cloud-contract/reaction",
            "/api/v1/prices/IREN.csv?from=2025-10-20&to=2025-11-17", "/api/v1/prices/QQQ.csv?from=2025-10-20&to=2025-11-17",
            "/stock/reactions",
        ]);
    }

    [Fact]
    public async Task A_bad_day_is_told_in_the_same_words()
    {
        var page = await Render.Document<ReactionPanel>(("View", Shipped.View("convertible-notes-and-share-sale")));

        page.QuerySelector(".sentence").Said().ShouldBe(
            "The share opened at −5.4%, reached −2.9% and closed at −15.2%; QQQ closed at +0.8%. After allowing for QQQ, −18.3% is left. Its 95% range, −29.6% to −7.0%, excludes zero.");
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
        var page = await Render.Document<ReactionPanel>(("View", Shipped.View(slug)));

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
        SessionWindowDrawing.Make(ReactionCharts.Path(view), wide: true).ShouldBeReadable(60, 108);
        SessionWindowDrawing.Make(ReactionCharts.Path(view), wide: false).ShouldBeReadable(52, 64);
        RangeRowsDrawing.Make(ReactionCharts.Ranges(view), wide: true).ShouldBeReadable(RangeRowsDrawing.LabelMargin);
        RangeRowsDrawing.Make(ReactionCharts.Ranges(view), wide: false).ShouldBeReadable();
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task The_panel_never_calls_a_move_significant_and_has_no_inline_style(string slug)
    {
        var page = await Render.Document<ReactionPanel>(("View", Shipped.View(slug)));

        page.Body!.TextContent.ShouldNotContain("significant");
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelectorAll("svg[role=img]").ShouldAllBe(s => s.GetAttribute("aria-label")!.EndsWith('.'));
    }

    [Fact]
    public async Task A_release_of_which_only_the_date_is_known_is_told_over_three_sessions()
    {
        var page = await Render.Document<ReactionPanel>(("View", Shipped.View("mirantis-acquisition-agreed")));

        page.QuerySelector(".sentence").Said().ShouldStartWith("Over three sessions, from the one before its date to the one after, the share moved +33.6%");
        Shipped.View("mirantis-acquisition-agreed", new LocalDate(2026, 5, 5)).Shown.ShouldBeNull();
        var early = await Render.Document<ReactionPanel>(("View", Shipped.View("mirantis-acquisition-agreed", new LocalDate(2026, 5, 5))));
        early.QuerySelector(".sentence").ShouldBeNull();
        early.QuerySelectorAll("svg[role=img]").ShouldBeEmpty();
        early.QuerySelector(".note").Said().ShouldStartWith("Not shown yet.");
    }

    [Fact]
    public async Task An_early_close_is_said()
    {
        var page = await Render.Document<ReactionPanel>(("View", Shipped.View("blackwell-gpus-prince-george")));

        page.QuerySelectorAll(".note").Select(Render.Said).ShouldContain(
            "The market closed at 13:00 on 3 Jul 2025, so the day’s volume is low for that reason alone.");
    }

    [Fact]
    public async Task A_chart_that_can_be_read_finds_its_figures_in_its_table()
    {
        var page = await Render.Document<ReactionPanel>(("View", Shipped.View("microsoft-ai-cloud-contract")));

        page.QuerySelectorAll("figure[data-table]").Length.ShouldBe(2);
        foreach (var figure in page.QuerySelectorAll("figure[data-table]"))
        {
            var table = page.GetElementById(figure.GetAttribute("data-table")!)!;
            var keys = table.QuerySelectorAll("thead th").Select(h => h.GetAttribute("data-key")).OfType<string>().ToList();
            figure.GetAttribute("data-columns")!.Split(' ').ShouldBeSubsetOf(keys);
            table.QuerySelectorAll("tbody tr").Length.ShouldBe(21);
            table.QuerySelectorAll("tbody tr")[int.Parse(figure.GetAttribute("data-start")!, CultureInfo.InvariantCulture)].FirstElementChild.Said().ShouldBe("0");
            figure.QuerySelector(".readout")!.GetAttribute("role").ShouldBe("status");
        }
    }

    [Fact]
    public void The_range_without_news_opens_at_the_close_before_and_ends_where_the_last_window_says()
    {
        var view = Shipped.View("microsoft-ai-cloud-contract");
        var last = view.Sessions[^1];
        var window = view.Windows[^1].Estimate!.Value.Interval();

        view.Sessions.Single(s => s.Day == -1).WithoutNews.ShouldBe((0, 0));
        view.Sessions.Single(s => s.Day == -2).WithoutNews.ShouldBeNull();
        ((double)last.FirmSum!.Value - last.WithoutNews!.Value.High).ShouldBe(window.Low, 1e-9);
        ((double)last.FirmSum.Value - last.WithoutNews.Value.Low).ShouldBe(window.High, 1e-9);
        last.Cumulative!.Value.Value.ShouldBe(view.Sessions.Sum(s => s.Abnormal!.Value.Value), 1e-12);
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
