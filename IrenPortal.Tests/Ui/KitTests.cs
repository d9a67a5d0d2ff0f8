using System.Text.RegularExpressions;
using IrenPortal.Tests.Testing;
using IrenPortal.Ui;
using NodaTime;

namespace IrenPortal.Tests.Ui;

public sealed class KitTests
{
    [Fact]
    public void Every_custom_property_that_a_style_sheet_uses_is_defined_in_one()
    {
        var root = Path.Combine(Repository.Root, "IrenPortal");
        string[] sheets = [.. new[] { "Identity", "Newsroom", "Site", "Ui", "wwwroot" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(root, f), "*.css", SearchOption.AllDirectories)).Select(File.ReadAllText)];
        var defined = sheets.SelectMany(s => Regex.Matches(s, @"(?<=[\s{;])--[a-z0-9-]+(?=\s*:)").Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);

        sheets.SelectMany(s => Regex.Matches(s, @"(?<=var\()--[a-z0-9-]+").Select(m => m.Value)).Where(name => !defined.Contains(name)).Distinct().ShouldBeEmpty();
        defined.Count.ShouldBeGreaterThan(40);
    }

    [Theory]
    [InlineData(0.115, "+11.5%", "up")]
    [InlineData(-0.055, "−5.5%", "down")]
    [InlineData(0.0, "0.0%", "")]
    public async Task A_change_has_glyph_sign_and_colour(double fraction, string words, string tone)
    {
        var change = (await Render.Document<Change>(("Fraction", (decimal)fraction))).QuerySelector(".change")!;
        change.Words().ShouldBe(words);
        change.ClassList.ShouldBe(["change", .. tone.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        change.QuerySelectorAll("svg[aria-hidden=true]").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_derived_figure_says_that_it_is_and_how()
    {
        var page = await Render.Document<KeyFacts>(
            ("Facts", (KeyFact[])[new("Value a year", "About $1.94bn", null, "about $9.7bn ÷ 5 years.")]));
        page.QuerySelector("dt").Words().ShouldBe("Value a year");
        page.QuerySelectorAll("dd").Select(d => d.Words()).ShouldBe(["About $1.94bn", "Derived: about $9.7bn ÷ 5 years."]);
    }

    [Fact]
    public async Task A_pager_links_only_where_there_is_more()
    {
        var first = await Render.Document<Pager>(("From", 1), ("To", 20), ("Total", 26), ("OlderHref", "/news?page=2"), ("Older", 6));
        first.QuerySelector("p").Words().ShouldBe("1 to 20 of 26");
        first.QuerySelectorAll("a").ShouldHaveSingleItem().Words().ShouldBe("Older 6");

        (await Render.Document<Pager>(("From", 41), ("To", 40), ("Total", 26))).QuerySelector("p").Words().ShouldBe("0 of 26");
    }

    [Fact]
    public async Task The_ruler_puts_the_event_line_at_its_minute_and_says_it()
    {
        var page = await Render.Document<TradingDayRuler>(
            ("At", new LocalTime(6, 30)), ("Label", "Released 06:30 ET, three hours before the open"), ("ShortLabel", "Released 06:30 ET"));

        // 2.5 of 16 hours on 880 and on 358 pixels.
        page.QuerySelectorAll(".event").Select(e => e.GetAttribute("d")).ShouldBe(["M138 6V62", "M56 6V62"]);
        page.QuerySelectorAll("svg[role=img]").ShouldAllBe(s => s.GetAttribute("aria-label") == "Released 06:30 ET, three hours before the open");
        page.QuerySelectorAll(".told").Select(t => t.TextContent).ShouldBe(["Released 06:30 ET, three hours before the open", "Released 06:30 ET"]);
    }

    [Fact]
    public async Task An_early_close_ends_the_rulers_session_at_one()
    {
        var page = await Render.Document<TradingDayRuler>(("Label", "x"), ("Closes", new LocalTime(13, 0)));
        page.QuerySelectorAll("text").Select(t => t.TextContent).ShouldContain("13:00 close");
        page.QuerySelectorAll(".event").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_button_with_an_address_is_a_link()
    {
        (await Render.Document<Button>(("Href", "/news"), ("ChildContent", Render.Text("News")))).QuerySelector("a.button")!.GetAttribute("href").ShouldBe("/news");
        var button = (await Render.Document<Button>(("Submit", true), ("Unavailable", true), ("name", "act"))).QuerySelector("button")!;
        button.GetAttribute("type").ShouldBe("submit");
        button.GetAttribute("name").ShouldBe("act");
        button.HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task A_dialog_is_named_by_its_question_and_closes_by_its_own_button()
    {
        var page = await Render.Document<Dialog>(("Id", "pull"), ("Title", "Pull this release?"), ("Act", Render.Text("Pull")));
        var dialog = page.QuerySelector("dialog")!;
        page.GetElementById(dialog.GetAttribute("aria-labelledby")!).Words().ShouldBe("Pull this release?");
        page.QuerySelector("button[command=close]")!.GetAttribute("commandfor").ShouldBe("pull");
    }

    [Fact]
    public async Task Tabs_are_links_where_they_have_addresses_and_mark_the_one_shown()
    {
        var page = await Render.Document<Tabs>(
            ("Label", "Open items"), ("Selected", "mine"), ("Items", (TabItem[])[new("all", "All", "/admin", 4), new("mine", "Mine", "/admin?show=mine", 2)]));
        page.QuerySelectorAll("a").Select(a => a.Words()).ShouldBe(["All 4", "Mine 2"]);
        page.QuerySelectorAll("[aria-current=page]").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("/admin?show=mine");

        var buttons = await Render.Document<Tabs>(("Label", "View"), ("Selected", "a"), ("Items", (TabItem[])[new("a", "Text"), new("b", "Preview")]));
        buttons.QuerySelectorAll("button").Select(b => b.GetAttribute("aria-pressed")).ShouldBe(["true", "false"]);
    }

    [Fact]
    public async Task A_table_names_itself_and_its_scroll_region()
    {
        var page = await Render.Document<DataTable>(
            ("Caption", "Open items"), ("Id", "open"), ("Head", Render.Text("")), ("ChildContent", Render.Text("")));
        var region = page.QuerySelector("[role=region]")!;
        page.GetElementById(region.GetAttribute("aria-labelledby")!).Words().ShouldBe("Open items");
        region.GetAttribute("tabindex").ShouldBe("0");
    }

    [Fact]
    public async Task The_shell_marks_the_place_that_is_shown()
    {
        var page = await Render.Document<AppShell>(
            ("Name", "IREN"), ("Title", "Queue"), ("Current", "/admin"), ("Items", (RailItem[])[new("/admin", "Queue", 4), new("/admin/audit", "Audit")]));
        page.QuerySelectorAll("h1").ShouldHaveSingleItem().Words().ShouldBe("Queue");
        page.QuerySelectorAll("[aria-current=page]").Select(a => a.Words()).Distinct().ShouldBe(["Queue 4"]);
        page.QuerySelector("main")!.Id.ShouldBe("content");
    }
}
