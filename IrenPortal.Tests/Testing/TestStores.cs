using IrenPortal.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IrenPortal.Tests.Testing;

/// <summary>A temporary data folder and, on PostgreSQL, a database of its own: what outlives a thrown-away host.</summary>
public sealed class TestStores : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("irenportal-test-");

    private TestStores(DatabaseProvider provider, string? newsroom, string? reader)
    {
        (Provider, Newsroom, Public) = (provider, newsroom ?? FileString("newsroom.db"), reader ?? FileString("public.db"));
        Directory.CreateDirectory(ContentDirectory);
        File.Copy(Path.Combine(Repository.Content, "company.yml"), Path.Combine(ContentDirectory, "company.yml"));
    }

    /// <summary>Which database.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>Connection string of the newsroom; on PostgreSQL the owner's.</summary>
    public string Newsroom { get; }

    /// <summary>Connection string of the readers.</summary>
    public string Public { get; }

    /// <summary>The data folder.</summary>
    public string DataDirectory => Directory.CreateDirectory(Path.Combine(_folder.FullName, "data")).FullName;

    /// <summary>The folder of keys, kept apart from the data.</summary>
    public string KeyDirectory => Path.Combine(_folder.FullName, "keys");

    /// <summary>The content folder of the first start; it holds the company's profile and what a test writes into it.</summary>
    public string ContentDirectory => Path.Combine(_folder.FullName, "content");

    /// <summary>Empty stores on one database.</summary>
    public static async Task<TestStores> CreateAsync(DatabaseProvider provider)
    {
        if (provider is DatabaseProvider.Sqlite)
        {
            return new TestStores(provider, null, null);
        }

        var (newsroom, reader) = await PostgresCluster.NewDatabaseAsync();
        return new TestStores(provider, newsroom, reader);
    }

    /// <summary>A copy of closed stores, their keys and content included.</summary>
    public async Task<TestStores> CopyAsync()
    {
        TestStores copy;
        if (Provider is DatabaseProvider.Sqlite)
        {
            copy = new TestStores(Provider, null, null);
        }
        else
        {
            var (newsroom, reader) = await PostgresCluster.NewDatabaseAsync(Database);
            copy = new TestStores(Provider, newsroom, reader);
        }

        Copy(_folder.FullName, copy._folder.FullName);
        return copy;
    }

    /// <summary>Closes the databases for good, so that they can be copied.</summary>
    public async Task CloseAsync()
    {
        if (Provider is DatabaseProvider.Postgres)
        {
            await PostgresCluster.CloseDatabaseAsync(Database);
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }
    }

    /// <summary>The settings that point a portal at these stores.</summary>
    public Dictionary<string, string?> Settings() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Portal:DataDirectory"] = DataDirectory,
        ["Portal:KeyDirectory"] = KeyDirectory,
        ["Portal:ContentDirectory"] = ContentDirectory,
        ["Database:Provider"] = Provider.ToString(),
        ["ConnectionStrings:Newsroom"] = Newsroom,
        ["ConnectionStrings:Public"] = Public,
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Provider is DatabaseProvider.Postgres)
        {
            await using var newsroom = new NpgsqlConnection(Newsroom);
            NpgsqlConnection.ClearPool(newsroom);
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }

        _folder.Delete(recursive: true);
    }

    // With the rights of files and folders, which are the owner's alone.
    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }

        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private string Database => new NpgsqlConnectionStringBuilder(Newsroom).Database!;

    private string FileString(string name) => new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataDirectory, name) }.ToString();
}
