using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Newsroom;

/// <summary>A text that came back, was changed and is handed over again.</summary>
public sealed class SecondReviewTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task What_was_sent_back_waits_for_its_author_and_its_reviewer_then_reads_what_changed_since(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("A hall too few", ("body", "Nine halls."));
        using var handed = await editor.CommandAsync(id, "submit", ("base", "2"), ("reviewer", second.UserId));

        using var back = await second.CommandAsync(id, "send-back", ("words", "There are ten."));

        back.Headers.Location!.ToString().ShouldBe("/admin", "the author's editor is no place to land in");
        (await RowAsync(editor, "needs-me")).QuerySelector(".state")!.TextContent.Trim().ShouldBe("Sent back");
        (await second.Browser.ReadAsync("/admin?show=needs-me")).Body!.TextContent.ShouldNotContain("A hall too few");
        var editing = await editor.PageAsync(id);
        editing.QuerySelector<IHtmlSelectElement>("select[name=reviewer]")!.Value.ShouldBe(second.UserId);

        await editor.SaveAsync(id, 2, ("summary", "Ten halls."), ("body", "Ten halls."));
        using var again = await editor.CommandAsync(id, "submit", ("base", "3"), ("reviewer", second.UserId));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await RowAsync(second, "needs-me")).QuerySelector(".state")!.TextContent.Trim().ShouldBe("Waiting for you");
        var review = await second.PageAsync(id);
        review.QuerySelector<IHtmlSelectElement>("select[name=from]")!.Value.ShouldBe("2");
        review.QuerySelector("#changes-title")!.TextContent.ShouldBe("Changes 2");
        review.QuerySelector("a[href='#comments-title']")!.ParentElement!.TextContent.ShouldContain("1 comment is still open");
    }

    private static async Task<IElement> RowAsync(StaffDesk desk, string show) =>
        (await desk.Browser.ReadAsync($"/admin?show={show}")).QuerySelectorAll("#documents tbody tr, table tbody tr").Single(row => row.TextContent.Contains("A hall too few", StringComparison.Ordinal));
}
