using System.CommandLine;
using System.Net.Sockets;
using IrenPortal.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IrenPortal.Commands;

/// <summary>Runs a verb and turns foreseeable failures into one line and exit 1.</summary>
internal static class Refusal
{
    /// <summary>The verb's exit code.</summary>
    public static async Task<int> GuardAsync(ParseResult parsed, Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
        catch (Exception fault) when (LinesOf(fault) is { } lines)
        {
            foreach (var line in lines)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(line);
            }

            return 1;
        }
    }

    private static IReadOnlyList<string>? LinesOf(Exception fault) => fault switch
    {
        RefusalException refused => refused.Lines,
        FormatException setting => [setting.Message],
        InvalidDataException damaged => [damaged.Message],
        UnauthorizedAccessException denied => [denied.Message],
        SqliteException sqlite => [$"the SQLite database can't be used: {sqlite.Message}"],
        NpgsqlException postgres => [$"the PostgreSQL database can't be used: {postgres.Message}{(postgres.InnerException is SocketException socket ? $" ({socket.Message})" : "")}"],
        IOException io => [io.Message],
        _ => null,
    };
}
