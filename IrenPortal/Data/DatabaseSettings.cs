using Microsoft.Data.Sqlite;
using Npgsql;

namespace IrenPortal.Data;

/// <summary>The two kinds of database that the portal runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Two files in the data folder.</summary>
    Sqlite = 1,

    /// <summary>Two schemas of one PostgreSQL database.</summary>
    Postgres = 2,
}

/// <summary>Where the stores are: <c>Database:Provider</c> and the two connection strings.</summary>
/// <param name="Provider">Which database.</param>
/// <param name="Newsroom">Writes both stores; empty in a process that serves readers only.</param>
/// <param name="Public">Reads the public store.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string Newsroom, string Public)
{
    /// <summary>Reads the settings; SQLite's files lie in <paramref name="dataDirectory"/> unless a string says otherwise.</summary>
    /// <exception cref="FormatException">A value can't be used; the message names its key.</exception>
    public static DatabaseSettings From(IConfiguration configuration, string dataDirectory, bool withNewsroom)
    {
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider) || char.IsAsciiDigit(name[0]))
        {
            throw new FormatException($"Database:Provider: '{name}' is no database; write Sqlite or Postgres");
        }

        var newsroom = configuration.GetConnectionString("Newsroom") ?? "";
        var reader = configuration.GetConnectionString("Public") ?? "";
        if (provider is DatabaseProvider.Sqlite)
        {
            newsroom = OrFile(newsroom, "newsroom.db");
            reader = OrFile(reader, "public.db");
        }

        Check(provider, "ConnectionStrings:Public", reader);
        if (withNewsroom)
        {
            Check(provider, "ConnectionStrings:Newsroom", newsroom);
        }

        return new DatabaseSettings(provider, withNewsroom ? newsroom : "", reader);

        string OrFile(string given, string file) =>
            given.Length > 0 ? given : new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataDirectory, file) }.ToString();
    }

    /// <summary>The string that opens the public store for writing.</summary>
    public string PublicWriter => Provider is DatabaseProvider.Sqlite
        ? SqliteString(Public, SqliteOpenMode.ReadWriteCreate)
        : Newsroom;

    /// <summary>The string that opens the public store for readers.</summary>
    public string PublicReader => Provider is DatabaseProvider.Sqlite
        ? SqliteString(Public, SqliteOpenMode.ReadOnly)
        : ReadOnly(Public);

    /// <summary>The string that opens the newsroom.</summary>
    public string NewsroomWriter => Provider is DatabaseProvider.Sqlite
        ? SqliteString(Newsroom, SqliteOpenMode.ReadWriteCreate)
        : Newsroom;

    /// <summary>The string that opens the alerts: a file beside the newsroom's, or the newsroom's own database.</summary>
    public string AlertsWriter => Provider is DatabaseProvider.Sqlite
        ? SqliteString(new SqliteConnectionStringBuilder(Newsroom) { DataSource = Path.Combine(Path.GetDirectoryName(new SqliteConnectionStringBuilder(Newsroom).DataSource)!, "alerts.db") }.ToString(), SqliteOpenMode.ReadWriteCreate)
        : Newsroom;

    /// <summary>The string that opens the newsroom for checks beside the process that writes it.</summary>
    public string NewsroomReader => Provider is DatabaseProvider.Sqlite
        ? SqliteString(Newsroom, SqliteOpenMode.ReadOnly)
        : ReadOnly(Newsroom);

    // The short default timeout bounds the wait for another writer: neither busy_timeout nor a command's own does.
    private static string SqliteString(string connection, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder(connection) { Mode = mode, DefaultTimeout = 5 }.ToString();

    // A second fence behind the role's missing rights.
    private static string ReadOnly(string connection)
    {
        var reader = new NpgsqlConnectionStringBuilder(connection);
        reader.Options = $"{reader.Options} -c default_transaction_read_only=on".Trim();
        return reader.ToString();
    }

    private static void Check(DatabaseProvider provider, string key, string value)
    {
        if (value.Length == 0)
        {
            throw new FormatException($"{key}: missing; with Database:Provider=Postgres write a connection string such as Host=…;Database=…;Username=…");
        }

        try
        {
            _ = provider is DatabaseProvider.Sqlite ? (object)new SqliteConnectionStringBuilder(value) : new NpgsqlConnectionStringBuilder(value);
        }
        catch (ArgumentException unreadable)
        {
            throw new FormatException($"{key}: {unreadable.Message}", unreadable);
        }
    }
}
