using System.Net;
using AngleSharp.Dom;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom.Comments;

public sealed class CommentTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    private const string Body = "First line.\n\nMicrosoft prepays 20%.";

    [Theory, EachDatabase]
    public async Task A_comment_goes_with_its_line_and_says_when_the_line_has_changed(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Commented on", ("body", Body));
        using var said = await CommentAsync(second, id, "3", "Twenty percent of what?");
        said.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await editor.SaveAsync(id, 2, ("body", "A new line.\n\n" + Body));
        var moved = Talk(await editor.PageAsync(id));
        await editor.SaveAsync(id, 3, ("body", "First line.\n\nMicrosoft prepays 20% of each tranche."));
        var changed = Talk(await editor.PageAsync(id));

        moved.QuerySelector("h3").Words().ShouldBe("On line 5");
        moved.TextContent.ShouldContain("Twenty percent of what?");
        moved.TextContent.ShouldNotContain("has changed since");
        changed.QuerySelector("blockquote")!.TextContent.ShouldBe("Microsoft prepays 20%.");
        changed.Words().ShouldContain("As it stood in revision 2; the passage has changed since.");
    }

    [Theory, EachDatabase]
    public async Task A_field_is_commented_on_as_well(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("A headline to shorten");
        (await CommentAsync(editor, id, "field:headline", "Shorter.")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var fresh = Talk(await editor.PageAsync(id));
        await editor.SaveAsync(id, 2, ("headline", "Shortened"));
        var changed = Talk(await editor.PageAsync(id));

        fresh.QuerySelector("h3").Words().ShouldBe("On Headline");
        fresh.QuerySelector("blockquote")!.TextContent.ShouldBe("A headline to shorten");
        fresh.TextContent.ShouldNotContain("has changed since");
        changed.TextContent.ShouldContain("has changed since");
    }

    [Theory, EachDatabase]
    public async Task It_is_counted_until_it_is_resolved_and_again_when_it_is_opened_again(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Counted comments");
        await CommentAsync(second, id, "", "Who has read the contract?");
        var (reply, resolve, reopen) = Ways(await second.PageAsync(id));

        var open = await CountsAsync(second, id);
        using var answered = await editor.CommandAsync(id, reply, ("words", "Legal has."));
        using var resolved = await editor.CommandAsync(id, resolve);
        var done = await CountsAsync(second, id);
        using var late = await editor.CommandAsync(id, reply, ("words", "And once more."));

        open.ShouldBe((true, true));
        (answered.StatusCode, resolved.StatusCode).ShouldBe((HttpStatusCode.Redirect, HttpStatusCode.Redirect));
        done.ShouldBe((false, false));
        var talk = Talk(await second.PageAsync(id));
        talk.TextContent.ShouldContain("Legal has.");
        talk.TextContent.ShouldContain("Resolved by");
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await StaffBrowser.ParseAsync(late)).QuerySelector("#send-back-words, #comment-words")!.TextContent.ShouldBeEmpty();

        using var reopened = await second.CommandAsync(id, reopen);
        (reopened.StatusCode, await CountsAsync(second, id)).ShouldBe((HttpStatusCode.Redirect, (true, true)));
        using var twice = await second.CommandAsync(id, reopen);
        twice.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var closed = await editor.CommandAsync(id, resolve);
        (closed.StatusCode, await CountsAsync(second, id)).ShouldBe((HttpStatusCode.Redirect, (false, false)));
    }

    [Theory, EachDatabase]
    public async Task Without_words_or_a_passage_that_is_there_it_is_refused_and_nothing_typed_is_lost(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Refused comments", ("body", Body));

        using var empty = await CommentAsync(editor, id, "1", " \r\n ");
        using var noLine = await CommentAsync(editor, id, "99", "Kept as typed.");
        using var noField = await CommentAsync(editor, id, "field:nothing", "Words.");
        using var noPlace = await CommentAsync(editor, id, "somewhere", "Words.");
        using var noRevision = await editor.CommandAsync(id, "comments", ("revision", "9"), ("place", "1"), ("words", "Words."));
        using var tooLong = await CommentAsync(editor, id, "1", new string('a', 4_001));

        foreach (var refused in new[] { empty, noLine, noField, noPlace, noRevision, tooLong })
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await StaffBrowser.ParseAsync(noLine)).QuerySelector("#comment-words")!.TextContent.ShouldBe("Kept as typed.");
        (await editor.PageAsync(id)).QuerySelector(".talk").ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task What_readers_have_takes_no_comment_and_counts_none(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Released with a comment");
        await CommentAsync(second, id, "", "Left open.");
        (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var late = await CommentAsync(second, id, "", "Too late.");

        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await second.Browser.ReadAsync("/admin/announcements?q=Released+with+a+comment")).Body!.TextContent.ShouldNotContain("open comment");
    }

    [Theory, EachDatabase]
    public async Task Words_and_passage_are_sealed_and_the_audit_holds_the_act_alone(DatabaseProvider provider)
    {
        const string Mark = "Zanzibarcomment";
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Sealed comments", ("body", $"About {Mark}."));
        await CommentAsync(editor, id, "1", $"{Mark} or not?");
        var (reply, resolve, reopen) = Ways(await editor.PageAsync(id));
        await editor.CommandAsync(id, reply, ("words", $"{Mark} it is."));
        await editor.CommandAsync(id, resolve);
        await editor.CommandAsync(id, reopen);

        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        foreach (var table in RawTable.Immutable(newsroom))
        {
            foreach (var value in (await table.RowsAsync()).SelectMany(r => r.Values))
            {
                (value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : $"{value}").ShouldNotContain(Mark, Case.Insensitive, table.PlainName);
            }
        }

        portal.Logs.Lines.ShouldNotContain(line => line.Contains(Mark, StringComparison.OrdinalIgnoreCase));
        var subject = id.ToString("N");
        var acts = await newsroom.AuditEntries.Where(a => a.Subject == subject && a.Action.StartsWith("comment.")).OrderBy(a => a.Number).Select(a => a.Action).ToListAsync();
        acts.ShouldBe(["comment.added", "comment.answered", "comment.resolved", "comment.reopened"]);
    }

    private static Task<HttpResponseMessage> CommentAsync(StaffDesk desk, Guid id, string place, string words) =>
        desk.CommandAsync(id, "comments", ("revision", "2"), ("place", place), ("words", words));

    private static IElement Talk(IDocument page) => page.QuerySelectorAll(".talk").ShouldHaveSingleItem();

    // The commands of the one conversation, as its forms send them.
    private static (string Reply, string Resolve, string Reopen) Ways(IDocument page)
    {
        var thread = Guid.Parse(Talk(page).Id!["comment-".Length..]);
        return ($"comments/{thread}/reply", $"comments/{thread}/resolve", $"comments/{thread}/reopen");
    }

    private static async Task<(bool OnPage, bool InList)> CountsAsync(StaffDesk desk, Guid id) => (
        (await desk.PageAsync(id)).QuerySelector("section[aria-labelledby=comments-title]").Words().StartsWith("Comments 1 open", StringComparison.Ordinal),
        (await desk.Browser.ReadAsync("/admin/announcements?q=Counted+comments")).Body!.TextContent.Contains("1 open comment", StringComparison.Ordinal));
}
