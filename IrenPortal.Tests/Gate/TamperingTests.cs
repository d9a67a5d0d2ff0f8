using IrenPortal.Data;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Gate;

/// <summary>Whoever changes the public store behind the gate's back is found out, whatever was changed.</summary>
public sealed class TamperingTests
{
    [Theory, EachDatabase]
    public async Task Triggers_refuse_to_change_or_delete_what_was_published(DatabaseProvider database)
    {
        await using var portal = await FilledAsync(database);
        await using var store = portal.OpenPublicWriter();
        foreach (var table in RawTable.Immutable(store))
        {
            var column = table.Columns[0];
            (await table.RefusalOfAsync($"UPDATE {table.Name} SET \"{column}\" = \"{column}\"")).ShouldNotBeNull(table.Name).ShouldContain("immutable");
            (await table.RefusalOfAsync($"DELETE FROM {table.Name}")).ShouldNotBeNull(table.Name).ShouldContain("immutable");
            (await table.RefusalOfAsync($"TRUNCATE {table.Name} CASCADE")).ShouldNotBeNull(table.Name);
        }
    }

    [Theory, EachDatabase]
    public async Task Dropped_triggers_are_missed_and_made_again_at_the_next_start(DatabaseProvider database)
    {
        await using var portal = await FilledAsync(database);
        await using (var store = portal.OpenPublicWriter())
        {
            await RawTable.DropTriggersAsync(store);
        }

        (await VerifyAsync(portal)).ShouldNotBeNull().ShouldContain("trigger");
        await portal.RestartAsync();
        (await VerifyAsync(portal)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task A_change_of_any_column_of_any_table_is_found(DatabaseProvider database)
    {
        await using var portal = await FilledAsync(database);
        await using var store = portal.OpenPublicWriter();
        await RawTable.DropTriggersAsync(store);
        var unnoticed = new List<string>();
        var tried = 0;
        foreach (var table in RawTable.All(store))
        {
            var row = (await table.RowsAsync())[^1];
            foreach (var column in table.Columns)
            {
                var forged = new Dictionary<string, object>(row) { [column] = table.Other(column, row[column]) };
                if (!await table.UpdateAsync(row, column, forged[column]))
                {
                    continue;
                }

                tried++;
                if (await ForgeryAsync(portal) is null)
                {
                    unnoticed.Add($"{table.PlainName}.{column}");
                }

                (await table.UpdateAsync(forged, column, row[column])).ShouldBeTrue();
            }
        }

        unnoticed.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(50);
        (await ForgeryAsync(portal)).ShouldBeNull("everything was put back");
    }

    [Theory, EachDatabase]
    public async Task Rows_that_were_taken_out_or_slipped_in_are_found(DatabaseProvider database)
    {
        await using var portal = await FilledAsync(database);
        await using var store = portal.OpenPublicWriter();
        await RawTable.DropTriggersAsync(store);
        foreach (var table in RawTable.All(store))
        {
            var rows = await table.RowsAsync();
            if (await table.DeleteAllAsync())
            {
                (await ForgeryAsync(portal)).ShouldNotBeNull(table.Name);
                foreach (var row in rows)
                {
                    (await table.InsertAsync(row)).ShouldBeTrue(table.Name);
                }
            }
        }

        (await ForgeryAsync(portal)).ShouldBeNull("everything was put back");
        store.Add(new EditionTag { EditionNumber = store.Editions.First().Number, Ordinal = 99, Tag = "slipped in", TagKey = "SLIPPED IN" });
        await store.SaveChangesAsync();
        (await ForgeryAsync(portal)).ShouldNotBeNull().ShouldContain("commit");
    }

    [Theory, EachDatabase]
    public async Task The_first_item_that_fails_is_named(DatabaseProvider database)
    {
        await using var portal = await FilledAsync(database);
        await using var store = portal.OpenPublicWriter();
        await RawTable.DropTriggersAsync(store);
        var editions = RawTable.All(store).Single(t => t.PlainName == "Editions");
        foreach (var row in await editions.RowsAsync())
        {
            if (row["Slug"] is "with-files" or "corrected")
            {
                await editions.UpdateAsync(row, "Markdown", "forged");
            }
        }

        (await ForgeryAsync(portal)).ShouldNotBeNull().ShouldContain("(announcement with-files/1): the store holds something else");
    }

    private static async Task<TestPortal> FilledAsync(DatabaseProvider database)
    {
        var portal = await TestPortal.StartAsync(database);
        var corrected = new AnnouncementBuilder("corrected") { Tags = ["one", "two"], Contract = "deal", Featured = true };
        await portal.PublishAsync(new AnnouncementBuilder("with-files") { Files = [new FileItem("a.pdf", "application/pdf", [1, 2, 3], true)] }.Build(), corrected.Build());
        await portal.PublishAsync(corrected.Corrected("Better.").Build());
        await using var store = portal.OpenPublicStore();
        var timed = store.Editions.First(e => e.Slug == "with-files").Number;
        await portal.PublishAsync(new ReleaseCommand(
            "prices", [],
            [new PricesItem("IREN", [new BarItem(new LocalDate(2026, 9, 14), 10m, 12m, 9.5m, 11m, 1000), new BarItem(new LocalDate(2026, 9, 15), 11m, 12m, 10m, 11.5m, 2000)])],
            [new ActionsItem("IREN", [new ActionItem(new LocalDate(2026, 9, 15), "Dividend", 0.1m)])])
        {
            Filings = [new FilingsItem("0001878848", [new FilingItem("0001140361-25-040072", "8-K", new LocalDate(2025, 11, 3), new LocalDate(2025, 11, 2), Instant.FromUtc(2025, 11, 3, 11, 30), "1.01", 512, true, false, "a.htm", "FORM 8-K")])],
            Timings = [new TimingItem(timed, Instant.FromUtc(2026, 9, 1, 12, 0), 3, Instant.FromUtc(2026, 9, 1, 12, 1), Instant.FromUtc(2026, 9, 1, 12, 2))],
        });
        await portal.PublishAsync(new PricesItem("IREN", [new BarItem(new LocalDate(2026, 9, 15), 11m, 12m, 10m, 11.75m, 2000)]));
        (await VerifyAsync(portal)).ShouldBeNull();
        return portal;
    }

    private static async Task<string?> VerifyAsync(TestPortal portal)
    {
        await using var store = portal.OpenPublicStore();
        return (await StoreVerification.RunAsync(store, CancellationToken.None)).Fault;
    }

    // With the triggers gone every store is at fault; what counts is a fault found before that one.
    private static async Task<string?> ForgeryAsync(TestPortal portal) =>
        await VerifyAsync(portal) is { } fault && !fault.StartsWith("trigger", StringComparison.Ordinal) ? fault : null;
}
