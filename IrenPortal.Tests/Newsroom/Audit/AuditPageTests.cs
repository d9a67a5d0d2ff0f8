using System.Net;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using IrenPortal.Newsroom;
using IrenPortal.Newsroom.Audit;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Audit;

public sealed class AuditPageTests
{
    [Theory, EachDatabase]
    public async Task Acts_read_as_sentences_with_the_title_that_the_document_has_now(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Second hall");
        await second.PageAsync(id);

        var page = await second.Browser.ReadAsync("/admin/audit");

        var sentences = page.QuerySelectorAll("tbody th").Select(r => r.Words()).ToList();
        sentences.ShouldContain(s => s.Contains("opened revision 2 of announcement “Second hall”", StringComparison.Ordinal));
        sentences.ShouldContain(s => s.Contains("handed revision 2 of announcement “Second hall” over for review", StringComparison.Ordinal));
        sentences.ShouldContain(s => s.Contains("began announcement “Second hall”", StringComparison.Ordinal));
        sentences.ShouldContain(s => s.EndsWith("signed in", StringComparison.Ordinal));
        page.QuerySelector("nav [aria-current=page]")!.TextContent.ShouldContain("Audit");
        page.Title.ShouldBe("Audit - Newsroom");
        page.QuerySelector($"a[href='/admin/audit?document={id:D}']").ShouldNotBeNull();
        await using var newsroom = await OpenAsync(portal);
        (await newsroom.AuditEntries.ToListAsync()).ShouldAllBe(e => !$"{e.Actor}{e.Action}{e.Subject}{e.Detail}".Contains("hall", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, EachDatabase]
    public async Task It_is_searched_by_person_act_document_and_days(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Searched");
        await editor.WriteAsync("Another");
        await second.PageAsync(id);

        (await RowsAsync(second, $"?document={id:D}")).Count.ShouldBe(3);
        (await RowsAsync(second, $"?document={id:D}&kind=texts")).Count.ShouldBe(2);
        (await RowsAsync(second, $"?document={id:D}&person={second.UserId}")).ShouldHaveSingleItem().ShouldContain("opened revision 2");
        (await RowsAsync(second, $"?kind=people&person={editor.UserId}")).ShouldHaveSingleItem().ShouldContain("signed in");
        (await RowsAsync(second, "?from=2026-09-16&to=2026-09-16")).Count.ShouldBeGreaterThan(5);
        (await RowsAsync(second, "?to=2026-09-15")).ShouldBeEmpty();
        (await RowsAsync(second, "?from=2026-09-17")).ShouldBeEmpty();
        (await RowsAsync(second, "?document=nothing")).ShouldBeEmpty();
        (await RowsAsync(second, "?kind=nothing&from=never&page=x")).Count.ShouldBeGreaterThan(5);
        var page = await second.Browser.ReadAsync($"/admin/audit?document={id:D}");
        page.QuerySelector($"a[href='/admin/drafts/{id:D}/insiders.csv']").ShouldNotBeNull();
    }

    [Theory, EachDatabase]
    public async Task Its_pages_stay_where_they_are_while_more_is_recorded(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.BeginAsync();
        await using (var newsroom = await OpenAsync(portal))
        {
            for (var i = 1; i <= AuditView.PageSize + 7; i++)
            {
                newsroom.Record(PortalOptions.DefaultNow, editor.UserId, "draft.saved", id, $"revision {i}");
            }

            await newsroom.SaveChangesAsync();
        }

        var first = await editor.Browser.ReadAsync($"/admin/audit?document={id:D}");
        var older = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        await editor.SaveAsync(id, 1, ("headline", "Meanwhile"));
        var rows = (await editor.Browser.ReadAsync(older)).QuerySelectorAll("tbody th").Select(r => r.Words()).ToList();

        rows.Count.ShouldBe(8, "seven saves and the beginning");
        rows[0].ShouldContain("saved revision 7 of");
        rows[^1].ShouldContain("began");
    }

    [Theory, EachDatabase]
    public async Task The_export_holds_what_anyone_needs_to_check_the_chain_and_no_title(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Untold");
        await editor.PageAsync(id);
        using var answer = await editor.Browser.Client.GetAsync("/admin/audit.csv");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("audit.csv");
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldNotContain("Untold");
        var rows = text.TrimEnd('\n').Split('\n').Skip(1).Select(l => l.Split(',')).ToList();
        rows.Count.ShouldBeGreaterThan(5);
        var previous = AuditChain.Genesis;
        foreach (var row in rows)
        {
            row[7].ShouldBe(previous);
            row[8].ShouldBe(AuditChain.Hash(long.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture), NodaTime.Text.InstantPattern.ExtendedIso.Parse(row[1]).Value, row[2], row[4], row[5], row[6], row[7]));
            previous = row[8];
        }

        rows.ShouldContain(r => r[4] == AuditEntry.Opened && r[5] == id.ToString("N") && r[2] == editor.UserId);
        await using var newsroom = await OpenAsync(portal);
        (await newsroom.AuditEntries.OrderByDescending(e => e.Number).FirstAsync()).Action.ShouldBe("audit.exported");
    }

    [Theory, EachDatabase]
    public async Task What_is_kept_from_somebody_is_in_no_entry_that_they_see(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var other = await StaffDesk.OpenAsync(portal);
        using var admin = await StaffDesk.OpenAsync(portal, StaffRoles.Admin);
        var id = await editor.WriteAsync("Kept close");
        (await portal.Services.GetRequiredService<InsiderDesk>().SetAsync(id, [editor.UserId], editor.UserId, CancellationToken.None)).ShouldBeNull();

        (await RowsAsync(other, "")).ShouldNotContain(r => r.Contains("Kept close", StringComparison.Ordinal));
        (await RowsAsync(other, $"?document={id:D}")).ShouldBeEmpty();
        (await other.Browser.Client.GetStringAsync("/admin/audit.csv")).ShouldNotContain(id.ToString("N"));
        (await RowsAsync(editor, $"?document={id:D}")).Count.ShouldBe(3);
        (await RowsAsync(admin, $"?document={id:D}")).Count.ShouldBe(3);
    }

    [Fact]
    public void An_act_without_a_sentence_is_named_as_it_is_recorded()
    {
        var entry = new AuditEntry { At = Instant.FromUnixTimeSeconds(0), Actor = "system", Action = "draft.sent_elsewhere", Subject = "x", Detail = "revision 3" };

        var sentence = AuditWords.Of(entry);

        (sentence.Before + "X" + sentence.After).ShouldBe("draft sent elsewhere: X, revision 3");
    }

    private static async Task<List<string>> RowsAsync(StaffDesk desk, string query) =>
        [.. (await desk.Browser.ReadAsync("/admin/audit" + query)).QuerySelectorAll("tbody th").Select(r => r.Words())];

    private static Task<NewsroomDbContext> OpenAsync(TestPortal portal) =>
        portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
}
