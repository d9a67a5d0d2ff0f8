using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using IrenPortal.Data;
using IrenPortal.Hosting;
using IrenPortal.Market.Calendar;
using IrenPortal.Newsroom.Importing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.MarketBench;

/// <summary>Importing a folder of 20 symbols with ten years of bars each into an empty SQLite store: parsing, checks, gate. Aim: 2 s.</summary>
[WarmupCount(1), IterationCount(7)]
public class ImportBenchmarks
{
    private const int Symbols = 20;

    private DirectoryInfo _folder = null!;
    private ServiceProvider _services = null!;

    private string Content => Path.Combine(_folder.FullName, "content");

    /// <summary>Writes the folder and makes an empty store.</summary>
    [IterationSetup]
    public void Prepare()
    {
        _folder = Directory.CreateTempSubdirectory("irenportal-bench-");
        var company = File.ReadAllText(Path.Combine("wwwroot-content", "company.yml"));
        var symbols = string.Concat(Enumerable.Range(0, Symbols).Select(i => $"  - symbol: S{i}\n    name: Symbol {i}\n    currency: USD\n    calendar: exchange\n"));
        Directory.CreateDirectory(Path.Combine(Content, "prices"));
        File.WriteAllText(Path.Combine(Content, "company.yml"), company.Replace("symbols:\n", $"symbols:\n{symbols}", StringComparison.Ordinal));
        var random = new Random(20251103);
        for (var i = 0; i < Symbols; i++)
        {
            File.WriteAllText(Path.Combine(Content, "prices", $"S{i}.csv"), Bars(random));
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Portal:DataDirectory"] = Path.Combine(_folder.FullName, "data") }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddPortal(PortalSettings.From(configuration));
        _services = services.BuildServiceProvider();
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "data"));
        _services.GetRequiredService<StoreMigrator>().MigrateAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>The import.</summary>
    [Benchmark]
    public void Import()
    {
        var report = _services.GetRequiredService<ContentImport>().RunAsync(Content, dryRun: false, CancellationToken.None).GetAwaiter().GetResult();
        if (report.Refusals.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', report.Refusals));
        }
    }

    /// <summary>Leaves nothing behind.</summary>
    [IterationCleanup]
    public void Remove()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static string Bars(Random random)
    {
        var csv = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        var close = 100.0;
        foreach (var session in ExchangeCalendar.UsEquities.Sessions(new LocalDate(2015, 11, 1), new LocalDate(2025, 10, 31)))
        {
            var open = close;
            close *= 1 + (0.04 * (random.NextDouble() - 0.5));
            csv.Append(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(session)},{open:F4},{Math.Max(open, close) * 1.01:F4},{Math.Min(open, close) * 0.99:F4},{close:F4},{random.Next(1_000_000, 90_000_000)}\n");
        }

        return csv.ToString();
    }
}
