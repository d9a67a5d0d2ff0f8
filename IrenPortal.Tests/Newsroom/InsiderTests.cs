using System.Net;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom;

public sealed class InsiderTests
{
    private const string Headline = "Restricted headline";

    [Theory, EachDatabase]
    public async Task Whoever_is_not_named_gets_the_usual_404_from_every_address_and_command_of_it(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var author = await StaffDesk.OpenAsync(portal);
        using var stranger = await StaffDesk.OpenAsync(portal);
        var id = await author.SubmitAsync(Headline);
        await author.CommandAsync(id, "comments", ("revision", "2"), ("words", "Between us."));
        var thread = Guid.Parse((await author.PageAsync(id)).QuerySelector(".talk")!.Id!["comment-".Length..]);
        await RestrictAsync(author, id);

        using var unknown = await stranger.Browser.Client.GetAsync($"/admin/announcements/{Guid.NewGuid()}");
        var usual = await unknown.Content.ReadAsStringAsync();
        foreach (var address in new[] { $"/admin/announcements/{id}", $"/admin/drafts/{id}/preview", $"/admin/drafts/{id}/insiders.csv", $"/admin/drafts/{id}/files/a.png" })
        {
            using var answer = await stranger.Browser.Client.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
            (await answer.Content.ReadAsStringAsync()).ShouldBe(usual, address);
        }

        foreach (var command in new[] { "submit", "send-back", "release", "cancel", "correct", "duplicate", "insiders", "comments", $"comments/{thread}/reply", $"comments/{thread}/resolve", $"comments/{thread}/reopen" })
        {
            using var answer = await stranger.CommandAsync(id, command, ("revision", "2"), ("base", "2"), ("key", "abc"), ("read", "true"), ("reason", "Because."), ("words", "Say more."));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, command);
        }

        (await stranger.SaveAsync(id, 2, ("headline", "Overwritten"))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var upload = await stranger.UploadAsync(id, "note.txt", "Words."u8.ToArray());
        upload.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task Lists_queue_and_counts_do_not_know_it_for_who_is_not_named(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var author = await StaffDesk.OpenAsync(portal);
        using var stranger = await StaffDesk.OpenAsync(portal);
        using var admin = await StaffDesk.OpenAsync(portal, StaffRoles.Admin);
        var id = await author.WriteAsync(Headline);
        await RestrictAsync(author, id);

        foreach (var address in new[] { "/admin", "/admin/announcements", "/admin/announcements?q=restricted" })
        {
            (await stranger.Browser.ReadAsync(address)).Body!.TextContent.ShouldNotContain(Headline, customMessage: address);
            (await author.Browser.ReadAsync(address)).Body!.TextContent.ShouldContain(Headline, customMessage: address);
            (await admin.Browser.ReadAsync(address)).Body!.TextContent.ShouldContain(Headline, customMessage: address);
        }
    }

    [Theory, EachDatabase]
    public async Task A_named_person_reviews_it_and_a_copy_is_open_to_the_same_people(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var author = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        using var stranger = await StaffDesk.OpenAsync(portal);
        var id = await author.SubmitAsync(Headline);
        await RestrictAsync(author, id, second.UserId);

        using var copied = await second.CommandAsync(id, "duplicate");
        copied.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var toStranger = await stranger.Browser.Client.GetAsync(copied.Headers.Location);
        toStranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var toAuthor = await author.Browser.Client.GetAsync(copied.Headers.Location);
        toAuthor.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var page = await second.Browser.Client.GetAsync($"/admin/announcements/{id}");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task The_list_is_on_record_and_can_be_lifted_by_who_is_on_it(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var author = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await author.WriteAsync(Headline);
        await RestrictAsync(author, id, second.UserId);
        using (var lifted = await second.CommandAsync(id, "insiders", ("restricted", "false")))
        {
            lifted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        (await newsroom.DocumentInsiders.CountAsync()).ShouldBe(0);
        var acts = await newsroom.AuditEntries.Where(a => a.Action.StartsWith("insider.")).OrderBy(a => a.Number).Select(a => new { a.Action, a.Actor }).ToListAsync();
        acts.Select(a => (a.Action, a.Actor)).ShouldBe(
            [("insider.added", author.UserId), ("insider.added", author.UserId), ("insider.removed", second.UserId), ("insider.removed", second.UserId)]);
    }

    [Theory, EachDatabase]
    public async Task Somebody_without_an_account_is_refused_and_nothing_changes(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var author = await StaffDesk.OpenAsync(portal);
        var id = await author.WriteAsync(Headline);

        using var answer = await author.CommandAsync(id, "insiders", ("restricted", "true"), ("person", "nobody"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        (await newsroom.DocumentInsiders.CountAsync()).ShouldBe(0);
    }

    private static async Task RestrictAsync(StaffDesk desk, Guid id, params string[] people)
    {
        using var answer = await desk.CommandAsync(id, "insiders", [("restricted", "true"), .. people.Select(p => ("person", p))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
