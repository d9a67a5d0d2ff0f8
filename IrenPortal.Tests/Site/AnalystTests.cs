using System.Globalization;
using System.Text.Json;
using IrenPortal.Data;
using IrenPortal.Tests.Commands;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Site;

/// <summary>
/// Reactions recomputed as an analyst would: the two CSV downloads side by side in a table, returns, least squares by columns,
/// with nothing of the portal's own arithmetic.
/// </summary>
public sealed class AnalystTests(RepositoryContent portals) : IClassFixture<RepositoryContent>
{
    // Told before the open, within the date, and after the close of 27 August.
    [Theory]
    [InlineData("microsoft-ai-cloud-contract", "2025-11-03")]
    [InlineData("ai-cloud-contracts-2-8bn", "2026-07-20")]
    [InlineData("fy26-results", "2026-08-28")]
    public async Task The_downloads_give_the_digits_of_the_reaction(string slug, string day0)
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var table = await TableAsync(portal.Client);
        var at = table.FindIndex(row => row.Date == day0);
        var reaction = await portal.Client.JsonAsync($"/api/v1/announcements/{slug}/reaction");
        var study = reaction.GetProperty("study");
        var market = study.GetProperty("models").GetProperty("market").GetProperty("simple");

        // The 120 rows that end eleven before day 0.
        var sample = Enumerable.Range(at - 130, 120).ToList();
        double FirmReturn(int row) => (table[row].Firm / table[row - 1].Firm) - 1;
        double IndexReturn(int row) => (table[row].Index / table[row - 1].Index) - 1;
        var (meanFirm, meanIndex) = (sample.Average(FirmReturn), sample.Average(IndexReturn));
        var sxx = sample.Sum(i => Square(IndexReturn(i) - meanIndex));
        var beta = sample.Sum(i => (IndexReturn(i) - meanIndex) * (FirmReturn(i) - meanFirm)) / sxx;
        var alpha = meanFirm - (beta * meanIndex);
        var s = Math.Sqrt(sample.Sum(i => Square(FirmReturn(i) - alpha - (beta * IndexReturn(i)))) / 118);

        Close(market.GetProperty("params"), ("alpha", alpha), ("beta", beta), ("sigma", s), ("index_mean", meanIndex), ("index_sxx", sxx));
        study.GetProperty("estimation").GetProperty("first_session").GetString().ShouldBe(table[at - 130].Date);
        study.GetProperty("estimation").GetProperty("last_session").GetString().ShouldBe(table[at - 11].Date);
        for (var day = -10; day <= 10; day++)
        {
            Compare(market.GetProperty("ar").GetProperty($"{day}"), "ar", day, day);
        }

        foreach (var (first, last) in new[] { (0, 0), (-1, 1), (-5, 5), (0, 10) })
        {
            Compare(market.GetProperty("car").GetProperty($"({first},{last})"), "car", first, last);
        }

        var usual = sample.Average(i => table[i].Volume);
        Close(study.GetProperty("raw"), ("return_simple", FirmReturn(at)), ("index_return_simple", IndexReturn(at)), ("volume_mean_estimation", usual), ("volume_ratio", table[at].Volume / usual));
        reaction.GetProperty("day0").GetProperty("previousClose").GetDouble().ShouldBe(table[at - 1].Firm);

        void Compare(JsonElement answered, string name, int first, int last)
        {
            var rows = Enumerable.Range(at + first, last - first + 1).ToList();
            var sum = rows.Sum(i => FirmReturn(i) - alpha - (beta * IndexReturn(i)));
            var plain = s * Math.Sqrt(rows.Count);
            var corrected = s * Math.Sqrt(rows.Count + (Square(rows.Count) / 120) + (Square(rows.Sum(i => IndexReturn(i) - meanIndex)) / sxx));
            Close(answered, (name, sum), ("se_plain", plain), ("t_plain", sum / plain), ("p_plain", TwoSided(sum / plain)), ("se_corrected", corrected), ("t_corrected", sum / corrected), ("p_corrected", TwoSided(sum / corrected)));
        }
    }

    [Fact]
    public async Task The_verb_on_the_downloads_gives_the_models_of_the_reaction()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("irenportal-analyst-");
        try
        {
            foreach (var symbol in new[] { "IREN", "QQQ" })
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{symbol}.csv"), await portal.Client.GetStringAsync($"/api/v1/prices/{symbol}.csv"));
            }

            var ran = await Verb.RunAsync(
                "study", "--firm", Path.Combine(folder.FullName, "IREN.csv"), "--index", Path.Combine(folder.FullName, "QQQ.csv"), "--announced-at", "2025-11-03T06:30:00-05:00");

            ran.ExitCode.ShouldBe(0, ran.Errors);
            var (own, answered) = (JsonDocument.Parse(ran.Output).RootElement, (await portal.Client.JsonAsync("/api/v1/announcements/microsoft-ai-cloud-contract/reaction")).GetProperty("study"));
            foreach (var part in new[] { "estimation", "models", "raw" })
            {
                JsonElement.DeepEquals(own.GetProperty(part), answered.GetProperty(part)).ShouldBeTrue(part);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<(string Date, double Firm, double Index, double Volume)>> TableAsync(HttpClient client)
    {
        var index = (await RowsAsync(client, "QQQ")).ToDictionary(row => row[0], row => Number(row[4]), StringComparer.Ordinal);
        return [.. (await RowsAsync(client, "IREN")).Select(row => (row[0], Number(row[4]), index[row[0]], Number(row[5])))];
    }

    private static async Task<IEnumerable<string[]>> RowsAsync(HttpClient client, string symbol) =>
        (await client.GetStringAsync($"/api/v1/prices/{symbol}.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static double Square(double x) => x * x;

    // Student's t with 118 degrees of freedom, by the finite series for an even number of them (Abramowitz and Stegun 26.7.4).
    private static double TwoSided(double t)
    {
        var cosine = 118 / (118 + (t * t));
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; k < 59; k++)
        {
            term *= cosine * ((2 * k) - 1) / (2 * k);
            sum += term;
        }

        return 1 - (Math.Sqrt(1 - cosine) * sum);
    }

    private static void Close(JsonElement answered, params (string Name, double Value)[] expected)
    {
        foreach (var (name, value) in expected)
        {
            answered.GetProperty(name).GetDouble().ShouldBe(value, 1e-9 * Math.Max(1, Math.Abs(value)), name);
        }
    }
}
