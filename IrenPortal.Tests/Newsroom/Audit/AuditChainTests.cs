using System.Net;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Tests.Commands;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom.Audit;

/// <summary>The audit is one chain, whoever writes to it at once, and a change behind its back is found.</summary>
public sealed class AuditChainTests
{
    [Theory, EachDatabase]
    public async Task Commands_at_the_same_time_make_one_chain_and_none_is_lost(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var by = await StaffBrowser.AddAccountAsync(portal, "writer@staff.example", StaffRoles.Editor);
        var desk = portal.Services.GetRequiredService<DraftDesk>();
        var reading = portal.Services.GetRequiredService<DraftReading>();
        var before = (await CheckAsync(portal)).Entries;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            await Task.Yield();
            var id = await desk.CreateAsync(EditionKind.Announcement, by, CancellationToken.None);
            await reading.OpenAsync(id, null, by, CancellationToken.None);
            await StaffBrowser.AddAccountAsync(portal, $"person-{i}@staff.example", StaffRoles.Editor);
            (await desk.SaveAsync(id, 1, DraftFields.Empty(EditionKind.Announcement).With("headline", $"Number {i}").Values, by, CancellationToken.None)).Outcome.ShouldBe(SaveOutcome.Saved);
            (await desk.CancelAsync(id, by, CancellationToken.None)).ShouldBeTrue();
        })).WaitAsync(TimeSpan.FromSeconds(60));

        var after = await CheckAsync(portal);
        after.Fault.ShouldBeNull();
        (after.Entries - before).ShouldBe(12 * 6, "created, opened, invited, password set, saved, cancelled");
        await using var newsroom = await OpenAsync(portal);
        (await newsroom.AuditEntries.CountAsync(e => e.Action == AuditEntry.Opened)).ShouldBe(await newsroom.ItemOpenings.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task A_change_of_any_column_is_found_and_the_first_entry_named(DatabaseProvider provider)
    {
        await using var portal = await FilledAsync(provider);
        await using var newsroom = await OpenAsync(portal);
        await RawTable.DropTriggersAsync(newsroom);
        foreach (var type in new[] { typeof(AuditEntry), typeof(ItemOpening) })
        {
            var table = new RawTable(newsroom, newsroom.Model.FindEntityType(type)!);
            var row = (await table.RowsAsync())[^1];
            foreach (var column in table.Columns.Where(c => type != typeof(ItemOpening) || c != "Number"))
            {
                var other = row[column] is Guid ? Guid.NewGuid() : column == "DocumentId" ? Guid.NewGuid().ToString().ToUpperInvariant() : table.Other(column, row[column]);
                (await table.UpdateAsync(row, column, other)).ShouldBeTrue(column);
                (await CheckAsync(portal)).Fault.ShouldNotBeNull($"{table.PlainName}.{column}").ShouldMatch("^(audit entry|opening) [0-9]+");
                (await table.UpdateAsync(new Dictionary<string, object>(row) { [column] = other }, column, row[column])).ShouldBeTrue(column);
            }
        }

        (await CheckAsync(portal)).Fault.ShouldNotBeNull().ShouldStartWith("trigger", Case.Sensitive, "everything else was put back");
    }

    [Theory, EachDatabase]
    public async Task A_row_that_was_taken_out_is_found(DatabaseProvider provider)
    {
        await using var portal = await FilledAsync(provider);
        await using var newsroom = await OpenAsync(portal);
        await RawTable.DropTriggersAsync(newsroom);
        var entries = new RawTable(newsroom, newsroom.Model.FindEntityType(typeof(AuditEntry))!);
        var rows = await entries.RowsAsync();
        (await entries.DeleteAsync(rows[1])).ShouldBeTrue();
        (await CheckAsync(portal)).Fault.ShouldNotBeNull().ShouldStartWith($"audit entry {rows[2]["Number"]} ");
        (await entries.InsertAsync(rows[1])).ShouldBeTrue();

        var openings = new RawTable(newsroom, newsroom.Model.FindEntityType(typeof(ItemOpening))!);
        (await openings.DeleteAsync((await openings.RowsAsync())[0])).ShouldBeTrue();
        (await CheckAsync(portal)).Fault.ShouldNotBeNull().ShouldContain("insider list");
    }

    [Theory, EachDatabase]
    public async Task Triggers_refuse_to_change_what_was_recorded(DatabaseProvider provider)
    {
        await using var portal = await FilledAsync(provider);
        await using var newsroom = await OpenAsync(portal);
        foreach (var table in RawTable.Immutable(newsroom).Where(t => t.PlainName != nameof(newsroom.Approvals)))
        {
            var column = table.Columns[0];
            (await table.RefusalOfAsync($"UPDATE {table.Name} SET \"{column}\" = \"{column}\"")).ShouldNotBeNull(table.Name).ShouldContain("immutable");
            (await table.RefusalOfAsync($"DELETE FROM {table.Name}")).ShouldNotBeNull(table.Name).ShouldContain("immutable");
        }
    }

    [Theory, EachDatabase]
    public async Task What_was_recorded_before_the_chain_is_taken_into_it_by_the_next_start(DatabaseProvider provider)
    {
        await using var portal = await FilledAsync(provider);
        long entries;
        await using (var newsroom = await OpenAsync(portal))
        {
            await RawTable.DropTriggersAsync(newsroom);
            var table = new RawTable(newsroom, newsroom.Model.FindEntityType(typeof(AuditEntry))!);
            entries = (await table.RowsAsync()).Count;
            (await table.RefusalOfAsync($"DELETE FROM {table.Name} WHERE \"Action\" = '{AuditEntry.Opened}'")).ShouldBeNull();
            (await table.RefusalOfAsync($"UPDATE {table.Name} SET \"Previous\" = '', \"Hash\" = ''")).ShouldBeNull();
        }

        await portal.RestartAsync();

        var after = await CheckAsync(portal);
        after.Fault.ShouldBeNull();
        after.Entries.ShouldBe(entries, "earlier openings are entries too");
    }

    [Theory, EachDatabase]
    public async Task Verify_checks_the_audit_where_the_newsroom_is(DatabaseProvider provider)
    {
        await using var portal = await FilledAsync(provider);
        var right = await Verb.RunAsync(portal.Stores, "verify");
        right.ExitCode.ShouldBe(0);
        right.Output.ShouldMatch("ledger entries verified, head .*\n[0-9]+ audit entries verified, head [0-9a-f]{64}\n$");

        await using (var newsroom = await OpenAsync(portal))
        {
            await RawTable.DropTriggersAsync(newsroom);
            var table = new RawTable(newsroom, newsroom.Model.FindEntityType(typeof(AuditEntry))!);
            await table.UpdateAsync((await table.RowsAsync())[^1], "Actor", "somebody-else");
        }

        var wrong = await Verb.RunAsync(portal.Stores, "verify");
        wrong.ExitCode.ShouldBe(1);
        wrong.Errors.ShouldMatch("^the newsroom: audit entry [0-9]+ \\(.*\\): hash does not follow from the fields\n$");
    }

    private static async Task<TestPortal> FilledAsync(DatabaseProvider provider)
    {
        var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Recorded");
        using (var said = await editor.CommandAsync(id, "comments", ("revision", "2"), ("place", ""), ("words", "Say more.")))
        {
            said.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        var thread = (await editor.PageAsync(id)).QuerySelector("[id^=comment-][class=talk]")!.Id!["comment-".Length..];
        using (var resolved = await editor.CommandAsync(id, $"comments/{Guid.Parse(thread):D}/resolve"))
        {
            resolved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        (await CheckAsync(portal)).Fault.ShouldBeNull();
        return portal;
    }

    private static async Task<AuditVerificationResult> CheckAsync(TestPortal portal)
    {
        await using var newsroom = portal.Services.GetRequiredService<NewsroomReader>().Open();
        return await AuditVerification.RunAsync(newsroom, CancellationToken.None);
    }

    private static Task<NewsroomDbContext> OpenAsync(TestPortal portal) =>
        portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
}
