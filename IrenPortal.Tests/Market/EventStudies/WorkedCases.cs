using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Market.EventStudies;

/// <summary>The worked cases: their files, and the comparison of a result with the expected one.</summary>
internal static class WorkedCases
{
    private const double Tolerance = 1e-9;

    public static string Folder { get; } = Path.Combine(Repository.Root, "IrenPortal.Tests", "Market", "EventStudies", "Cases");

    public static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, path))).RootElement;

    public static StudySeries Series(string path)
    {
        var read = StudyCsv.Read(path, File.ReadAllText(Path.Combine(Folder, path)), Path.GetFileNameWithoutExtension(path), ExchangeCalendar.UsEquities);
        read.Issues.ShouldBeEmpty();
        return read.Document!;
    }

    public static ReleaseMoment Moment(string text)
    {
        InstantText.TryParse(text, out var value, out var problem).ShouldBeTrue(problem);
        return ReleaseMoment.At(value.ToInstant());
    }

    /// <summary>Every key and figure of the expected object that the result lacks or has otherwise; diagnostics are passed over.</summary>
    public static IReadOnlyList<string> Differences(JsonElement expected, JsonElement actual, string path = "")
    {
        if (expected.ValueKind == JsonValueKind.Object)
        {
            return [.. expected.EnumerateObject().Where(p => !p.Name.StartsWith("diagnostic_", StringComparison.Ordinal)).SelectMany(p =>
                actual.ValueKind == JsonValueKind.Object && actual.TryGetProperty(p.Name, out var own)
                    ? Differences(p.Value, own, $"{path}/{p.Name}")
                    : [$"{path}/{p.Name} is missing"])];
        }

        if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array && expected.GetArrayLength() == actual.GetArrayLength())
        {
            return [.. expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}/{i}"))];
        }

        return IsEqual(expected, actual, path) ? [] : [$"{path}: expected {expected}, got {actual}"];
    }

    private static bool IsEqual(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind != JsonValueKind.Number || actual.ValueKind != JsonValueKind.Number)
        {
            return expected.ToString() == actual.ToString() && expected.ValueKind == actual.ValueKind;
        }

        var (wanted, got) = (expected.GetDouble(), actual.GetDouble());
        var name = path[(path.LastIndexOf('/') + 1)..];
        var isProbability = name.StartsWith("p_", StringComparison.Ordinal) || name.EndsWith("_p", StringComparison.Ordinal) || name.Contains("_p_", StringComparison.Ordinal);
        return Math.Abs(wanted - got) <= Tolerance * Math.Max(1, Math.Abs(wanted)) && (!isProbability || Math.Abs(wanted - got) <= 1e-6 * wanted);
    }
}
