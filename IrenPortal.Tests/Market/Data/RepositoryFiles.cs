using System.Globalization;
using IrenPortal.Market.Prices;
using IrenPortal.Tests.Testing;
using NodaTime.Text;

namespace IrenPortal.Tests.Market.Data;

/// <summary>Files of the repository that market tests read.</summary>
internal static class RepositoryFiles
{
    /// <summary>The lines of a file, its header left out.</summary>
    public static IEnumerable<string> Rows(string path) => File.ReadLines(Path.Combine(Repository.Root, path)).Skip(1);

    /// <summary>The portal's own prices of a symbol, in US dollars and without corporate actions.</summary>
    public static PriceSeries Prices(string symbol) => new(
        symbol, "USD", Rows($"wwwroot-content/prices/{symbol}.csv").Select(ParseBar).ToList(), []);

    private static Bar ParseBar(string row)
    {
        var fields = row.Split(',');
        decimal Price(int i) => decimal.Parse(fields[i], CultureInfo.InvariantCulture);
        return new Bar(
            LocalDatePattern.Iso.Parse(fields[0]).Value, Price(1), Price(2), Price(3), Price(4),
            long.Parse(fields[5], CultureInfo.InvariantCulture));
    }
}
