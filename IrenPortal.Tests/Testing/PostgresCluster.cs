using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IrenPortal.Tests.Testing;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace IrenPortal.Tests.Testing;

/// <summary>
/// One PostgreSQL cluster for the whole run, started when the first test asks for it, in a temporary folder on a free
/// loopback port. Its databases sort by ICU en-US, so that a column without the C collation shows up in a test.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Owner = "newsroom_owner";
    private const string Reader = "site_reader";

    // The shell keeps the server only as long as this process holds its standard input: a killed run leaves none behind.
    private const string Script = """
        set -e
        bin=$1 port=$2
        dir=$(mktemp -d /tmp/irenportal-postgres-XXXXXX)
        trap '"$bin/pg_ctl" -m immediate -D "$dir/data" stop >/dev/null 2>&1; rm -rf "$dir"' EXIT
        trap 'exit 1' HUP INT TERM
        "$bin/initdb" --no-sync --auth=trust --username=postgres --encoding=UTF8 --locale=C --locale-provider=icu --icu-locale=en-US -D "$dir/data" >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
        "$bin/pg_ctl" -w -D "$dir/data" -l "$dir/log" -o "-p $port -h 127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c max_connections=300" start >/dev/null || { cat "$dir/log"; exit 1; }
        echo ready
        cat >/dev/null || true
        """;

    private static readonly Lazy<Task<PostgresCluster>> Shared = new(StartAsync);
    private static int _databases;
    private readonly Process? _shell;
    private readonly int _port;

    /// <summary>For the test framework, which disposes it at the end of the run.</summary>
    public PostgresCluster()
    {
    }

    private PostgresCluster(Process shell, int port) => (_shell, _port) = (shell, port);

    /// <summary>
    /// A new database, empty or the copy of one that nobody uses: the connection string of its owner and the one of a role that
    /// may read nothing of an empty one.
    /// </summary>
    public static async Task<(string Newsroom, string Public)> NewDatabaseAsync(string? copyOf = null)
    {
        var cluster = await Shared.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"portal_{Interlocked.Increment(ref _databases)}");
        await cluster.ExecuteAsync($"CREATE DATABASE {name} OWNER {Owner}{(copyOf is null ? "" : " TEMPLATE " + copyOf)}");
        return (cluster.ConnectionString(name, Owner), cluster.ConnectionString(name, Reader));
    }

    /// <summary>Ends a database's connections and lets no more in, so that it can be copied.</summary>
    public static async Task CloseDatabaseAsync(string name) => await (await Shared.Value).ExecuteAsync(
        $"ALTER DATABASE {name} ALLOW_CONNECTIONS false; SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name}'");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_shell is null && Shared.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            await (await Shared.Value).StopAsync();
        }
    }

    private async Task StopAsync()
    {
        _shell!.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = "/tmp" };
        string[] shell = ["sh", "-c", Script, "sh", BinaryFolder(), port.ToString(CultureInfo.InvariantCulture)];

        // The server refuses to run as root.
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        start.FileName = command[0];
        foreach (var argument in command[1..])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync();
        if (said != "ready")
        {
            throw new InvalidOperationException($"PostgreSQL did not start: {said}{await process.StandardOutput.ReadToEndAsync()}");
        }

        var cluster = new PostgresCluster(process, port);
        await cluster.ExecuteAsync($"CREATE ROLE {Owner} LOGIN; CREATE ROLE {Reader} LOGIN");
        return cluster;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", "postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database, string role) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Database = database,
        Username = role,
        MaxPoolSize = 20,
    }.ToString();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string BinaryFolder()
    {
        string[] places =
        [
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
            .. Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)).Select(d => Path.Combine(d, "bin"))
                : [],
        ];
        return Array.Find(places, p => File.Exists(Path.Combine(p, "initdb")))
            ?? throw new InvalidOperationException("The tests need PostgreSQL's server programs: install the package postgresql (with create_main_cluster = false).");
    }
}
