using System.CommandLine;
using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Commands;

/// <summary><c>verify [--public FILE-OR-CONNECTION]</c>: re-checks the whole ledger and, where the newsroom is at hand, the audit, and names the first item that fails.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var store = new Option<string?>("--public") { Description = "Another public store: a SQLite file or a PostgreSQL connection string." };
        var command = new Command("verify", "Re-check the whole ledger and every row it covers, and the newsroom's audit.") { store };
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(store), cancel));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, string? other, CancellationToken cancel) => Refusal.GuardAsync(parsed, async () =>
    {
        var invocation = VerbInvocation.Of(parsed);
        var configuration = invocation.Settings();
        var settings = PortalSettings.From(configuration);
        if (other is not null)
        {
            settings = settings with { Role = PortalRole.Public, Database = StoreNamed(other) };
        }

        await using var services = VerbHost.Services(invocation, settings, configuration);
        await using var store = await services.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContextAsync(cancel);
        if ((await store.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            throw new RefusalException($"{other ?? "the public store"}: its schema is of an earlier build; start the portal once, which brings it up to date");
        }

        var result = await StoreVerification.RunAsync(store, cancel);
        if (result.Fault is not null)
        {
            throw new RefusalException($"{other ?? "the public store"}: {result.Fault}");
        }

        await invocation.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Entries} ledger entries verified, head {result.Head ?? "none"}"));
        if (settings.HasNewsroom && IsThere(settings.Database))
        {
            await CheckAuditAsync(services, invocation, cancel);
        }

        return 0;
    });

    private static async Task CheckAuditAsync(ServiceProvider services, VerbInvocation invocation, CancellationToken cancel)
    {
        await using var newsroom = services.GetRequiredService<NewsroomReader>().Open();
        if ((await newsroom.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            throw new RefusalException("the newsroom: its schema is of an earlier build; start the portal once, which brings it up to date");
        }

        var result = await AuditVerification.RunAsync(newsroom, cancel);
        if (result.Fault is not null)
        {
            throw new RefusalException($"the newsroom: {result.Fault}");
        }

        await invocation.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Entries} audit entries verified, head {result.Head ?? "none"}"));
    }

    // A copied public file can be checked where no newsroom is.
    private static bool IsThere(DatabaseSettings database) =>
        database.Provider is not DatabaseProvider.Sqlite || File.Exists(new SqliteConnectionStringBuilder(database.Newsroom).DataSource);

    private static DatabaseSettings StoreNamed(string name)
    {
        if (name.Contains('=', StringComparison.Ordinal))
        {
            var provider = name.Contains("Host", StringComparison.OrdinalIgnoreCase) ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
            return new DatabaseSettings(provider, "", name);
        }

        return File.Exists(name)
            ? new DatabaseSettings(DatabaseProvider.Sqlite, "", $"Data Source={Path.GetFullPath(name)}")
            : throw new RefusalException($"{name}: there is no such file; write a SQLite file or a connection string such as Host=…");
    }
}
