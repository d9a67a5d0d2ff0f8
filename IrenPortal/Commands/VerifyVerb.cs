using System.CommandLine;
using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Commands;

/// <summary><c>verify [--public FILE-OR-CONNECTION]</c>: re-checks the whole ledger and names the first item that fails.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var store = new Option<string?>("--public") { Description = "Another public store: a SQLite file or a PostgreSQL connection string." };
        var command = new Command("verify", "Re-check the whole ledger and every row it covers.") { store };
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(store), cancel));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, string? other, CancellationToken cancel) => Refusal.GuardAsync(parsed, async () =>
    {
        var invocation = VerbInvocation.Of(parsed);
        var configuration = invocation.Settings();
        var settings = PortalSettings.From(configuration) with { Role = PortalRole.Public };
        if (other is not null)
        {
            settings = settings with { Database = StoreNamed(other) };
        }

        await using var services = VerbHost.Services(invocation, settings, configuration);
        await using var store = await services.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContextAsync(cancel);
        var result = await StoreVerification.RunAsync(store, cancel);
        if (result.Fault is not null)
        {
            throw new RefusalException($"{other ?? "the public store"}: {result.Fault}");
        }

        await invocation.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Entries} ledger entries verified, head {result.Head ?? "none"}"));
        return 0;
    });

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
