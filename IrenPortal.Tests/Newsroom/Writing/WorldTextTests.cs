using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Newsroom.Writing;

/// <summary>What an editor types is what everybody gets, whatever script it is in.</summary>
public sealed class WorldTextTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    private static readonly (string Slug, string Headline)[] Texts =
    [
        ("german", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft schließt Hochleistungsrechenzentrumsbetriebsführungsvertrag"),
        ("emoji", "Milestone 🎉 for 👩🏽‍💻 and 🏳️‍🌈: two signs e\u0301, one sign é, half a space\u00a0kept"),
        ("arabic", "توقّع IREN عقدًا بقيمة 9.7 مليار دولار (حتى 2031)"),
        ("hebrew", "IREN חתמה על חוזה: $9.7bn, עד 2031!"),
    ];

    [Theory, EachDatabase]
    public async Task Long_words_emoji_and_right_to_left_text_reach_readers_byte_for_byte(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        foreach (var (slug, words) in Texts)
        {
            var id = await editor.WriteAsync(words, ("slug", slug), ("summary", words), ("body", $"## {words}\n\n{words}"));

            var page = await editor.PageAsync(id);
            page.QuerySelector<IHtmlInputElement>("#field-headline")!.Value.ShouldBe(words);
            page.QuerySelector<IHtmlTextAreaElement>("#field-body")!.Value.ShouldBe($"## {words}\n\n{words}");
            page.QuerySelectorAll("h1, #field-headline, #field-summary, #field-body").ShouldAllBe(e => e.GetAttribute("dir") == "auto");
            ShouldShow(await editor.Browser.ReadAsync($"/admin/drafts/{id}/preview"), words);
            RowOf(await editor.Browser.ReadAsync("/admin/announcements"), words).ShouldBe("auto");

            using (var submitted = await editor.CommandAsync(id, "submit", ("base", "2")))
            {
                submitted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            }

            (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            ShouldShow(await second.Browser.ReadAsync($"/news/{slug}"), words);
            RowOf(await second.Browser.ReadAsync("/news"), words).ShouldBe("auto");
            using var json = JsonDocument.Parse(await portal.Client.GetStringAsync($"/api/v1/announcements/{slug}"));
            json.RootElement.GetProperty("headline").GetString().ShouldBe(words);
            json.RootElement.GetProperty("summary").GetString().ShouldBe(words);
            (await portal.Client.GetStringAsync($"/news/{slug}.md")).ShouldEndWith($"\n## {words}\n\n{words}\n");
        }
    }

    private static void ShouldShow(IDocument page, string words)
    {
        foreach (var place in new[] { "h1", ".lead" })
        {
            page.QuerySelector(place)!.TextContent.ShouldBe(words, place);
            page.QuerySelector(place)!.GetAttribute("dir").ShouldBe("auto", place);
        }

        page.QuerySelector(".article h2")!.TextContent.ShouldBe(words);
        page.QuerySelector(".article p")!.TextContent.ShouldBe(words);
    }

    private static string? RowOf(IDocument list, string words) =>
        list.QuerySelectorAll("a").Single(a => a.TextContent == words).GetAttribute("dir");
}
