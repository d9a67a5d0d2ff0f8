using System.Net;
using System.Text;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom;

public sealed class DraftFileTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    private static readonly byte[] Csv = "Item,Figure\nHalls,4\n"u8.ToArray();

    [Theory, EachDatabase]
    public async Task A_file_is_there_for_staff_alone_until_its_release(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("With a file", ("files", "halls.csv"));

        using var uploaded = await editor.UploadAsync(id, "halls.csv", Csv);
        using var read = await editor.Browser.Client.GetAsync($"/admin/drafts/{id}/files/halls.csv");
        using var stranger = await portal.Client.GetAsync($"/admin/drafts/{id}/files/halls.csv");

        uploaded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await read.Content.ReadAsByteArrayAsync()).ShouldBe(Csv);
        read.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        read.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        read.Headers.CacheControl!.NoStore.ShouldBeTrue();
        stranger.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, EachDatabase]
    public async Task A_file_is_judged_by_its_bytes_and_refused_with_what_to_do(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.BeginAsync();

        using var svg = await editor.UploadAsync(id, "chart.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray());
        using var misnamed = await editor.UploadAsync(id, "halls.pdf", Csv);
        using var large = await editor.UploadAsync(id, "large.csv", Encoding.ASCII.GetBytes(new string('a', (20 * 1024 * 1024) + 1)));

        svg.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await svg.Content.ReadAsStringAsync()).ShouldContain("save a picture as PNG");
        (await misnamed.Content.ReadAsStringAsync()).ShouldContain("its name ends with .pdf");
        (await large.Content.ReadAsStringAsync()).ShouldContain("20 MB");
    }

    [Theory, EachDatabase]
    public async Task Another_file_under_a_published_name_is_refused(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("First with the name", ("files", "taken.csv"));
        (await editor.UploadAsync(id, "taken.csv", Csv)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var submitted = await editor.CommandAsync(id, "submit", ("base", "2"));
        (await second.PublishAsync(id)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var clash = await editor.UploadAsync(await editor.BeginAsync(), "taken.csv", "Other,Bytes\n1,2\n"u8.ToArray());

        clash.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await clash.Content.ReadAsStringAsync()).ShouldContain("rename yours");
    }

    [Theory, EachDatabase]
    public async Task A_removed_file_is_gone_and_both_acts_are_on_record_without_its_name(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.BeginAsync();
        await editor.UploadAsync(id, "halls.csv", Csv);

        using var removed = await editor.CommandAsync(id, "files/remove", ("name", "halls.csv"));
        using var again = await editor.CommandAsync(id, "files/remove", ("name", "halls.csv"));

        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        var subject = id.ToString("N");
        var acts = await newsroom.AuditEntries.Where(a => a.Subject == subject && a.Action.StartsWith("file.")).OrderBy(a => a.Number).Select(a => new { a.Action, a.Actor, a.Detail }).ToListAsync();
        acts.Select(a => (a.Action, a.Actor, a.Detail)).ShouldBe([("file.added", editor.UserId, ""), ("file.removed", editor.UserId, "")]);
        (await editor.Browser.Client.GetAsync($"/admin/drafts/{id}/files/halls.csv")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
