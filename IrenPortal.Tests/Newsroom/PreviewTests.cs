using System.Net;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Preview;
using IrenPortal.Tests.Content;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom;

public sealed class PreviewTests
{
    [Theory]
    [InlineData(EditionKind.Announcement)]
    [InlineData(EditionKind.Contract)]
    [InlineData(EditionKind.Event)]
    [InlineData(EditionKind.Page)]
    public void An_empty_form_of_every_kind_can_be_shown(EditionKind kind) =>
        ReadableDraft.Of(DraftFields.Empty(kind), Sample.Context).ShouldNotBeNull(string.Join("; ", DraftCheck.Run(DraftFields.Empty(kind), Sample.Context).Issues));

    [Theory, EachDatabase]
    public async Task A_correction_is_previewed_with_its_notice_and_a_tab_of_its_own_says_that_it_is_no_readers_page(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Once published");
        using var published = await second.PublishAsync(id);
        using var begun = await editor.CommandAsync(id, "correct", ("reason", "The hall was misnamed."));

        var frame = await editor.Browser.ReadAsync($"/admin/drafts/{id}/preview");
        editor.Browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "document");
        var tab = await editor.Browser.ReadAsync($"/admin/drafts/{id}/preview");

        frame.QuerySelector(".notice")!.TextContent.ShouldContain("The hall was misnamed.");
        frame.QuerySelector(".site-notice").ShouldBeNull();
        tab.QuerySelector(".site-notice")!.TextContent.ShouldBe("Preview of revision 3, for staff only. Readers don’t have it.");
        (await portal.Client.GetStringAsync("/news/once-published")).ShouldNotContain("misnamed");
    }

    [Theory, EachDatabase]
    public async Task Typed_words_come_back_as_readers_would_see_them_and_are_kept_nowhere(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Being typed");
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        var openings = await newsroom.ItemOpenings.CountAsync();

        using var answer = await editor.CommandAsync(id, "preview", ("body", "**Fifty** ![Hall](media/hall.png) <script>no</script>"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("<strong>Fifty</strong>");
        html.ShouldContain($"/admin/drafts/{id}/files/hall.png");
        html.ShouldNotContain("<script>");
        (await newsroom.Revisions.CountAsync(r => r.DocumentId == id)).ShouldBe(2);
        (await newsroom.ItemOpenings.CountAsync()).ShouldBe(openings);
    }
}
