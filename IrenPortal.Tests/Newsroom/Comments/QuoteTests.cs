using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Data;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Newsroom.Comments;

public sealed class QuoteTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    private const string Body = "First line.\n\nMicrosoft prepays 20%\nof each tranche.";

    [Theory, EachDatabase]
    public async Task Quoted_words_are_shown_over_line_ends_too_and_are_unchanged_while_the_text_has_them(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Quoted", ("body", Body));
        (await QuoteAsync(editor, id, "3", "prepays  20%", "Of what?")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await QuoteAsync(editor, id, "", " 20%\r\nof each ", "Each?")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var fresh = Talks(await editor.PageAsync(id));
        await editor.SaveAsync(id, 2, ("body", "New.\n\nMicrosoft now prepays 20%\nof all."));
        var later = Talks(await editor.PageAsync(id));

        fresh.ShouldBe([("On line 3", "prepays  20%", false), ("On line 3", "20%\nof each", false)]);
        later.ShouldBe([("On a line that has changed", "20%\nof each", true), ("On line 3", "prepays  20%", false)]);
    }

    [Theory, EachDatabase]
    public async Task Words_that_are_not_there_are_refused_beside_their_field_and_nothing_typed_is_lost(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Not quoted", ("body", Body));

        using var wrong = await QuoteAsync(second, id, "3", "First line.", "Kept as typed.");
        using var nowhere = await QuoteAsync(second, id, "", "Second line.", "Kept as typed.");
        using var tooLong = await QuoteAsync(second, id, "3", new string('a', 4_001), "Kept as typed.");
        using var empty = await QuoteAsync(second, id, "3", "prepays", "");

        foreach (var refused in new[] { wrong, nowhere, tooLong, empty })
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var page = await StaffBrowser.ParseAsync(wrong);
        page.QuerySelector("#comment-quote-error").Words().ShouldBe("These words don't stand in what the comment is about: copy them as they stand there, or leave the field empty.");
        page.QuerySelector("#comment-words-error").ShouldBeNull();
        Typed(page).ShouldBe(("3", "First line.", "Kept as typed."));
        (await StaffBrowser.ParseAsync(nowhere)).QuerySelector("#comment-quote-error").ShouldNotBeNull();
        (await StaffBrowser.ParseAsync(tooLong)).QuerySelector("#comment-quote-error").Words().ShouldBe("These words have 4001 characters: quote at most 4000.");
        var without = await StaffBrowser.ParseAsync(empty);
        without.QuerySelector("#comment-words-error").ShouldNotBeNull();
        Typed(without).ShouldBe(("3", "prepays", ""));
        Talks(await second.PageAsync(id)).ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> QuoteAsync(StaffDesk desk, Guid id, string place, string quote, string words) =>
        desk.CommandAsync(id, "comments", ("revision", "2"), ("place", place), ("quote", quote), ("words", words));

    private static (string Place, string Quote, string Words) Typed(IDocument page) => (
        page.QuerySelector<IHtmlSelectElement>("#comment-place")!.Value!,
        page.QuerySelector<IHtmlTextAreaElement>("#comment-quote")!.Value,
        page.QuerySelector<IHtmlTextAreaElement>("#comment-words")!.Value);

    private static (string Title, string Passage, bool Changed)[] Talks(IDocument page) =>
        [.. page.QuerySelectorAll(".talk").Select(t => (t.QuerySelector("h3").Words(), t.QuerySelector("blockquote")!.TextContent, t.TextContent.Contains("has changed since", StringComparison.Ordinal)))];
}
