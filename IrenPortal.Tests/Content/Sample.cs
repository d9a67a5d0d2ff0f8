using IrenPortal.Content;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Tests.Content;

/// <summary>Files and contexts for the tests of content.</summary>
internal static class Sample
{
    public static readonly Instant Now = InstantPattern.ExtendedIso.Parse("2026-11-22T12:00:00Z").Value;

    public static readonly ContentContext Context = new(Now, DateTimeZoneProviders.Tzdb["America/New_York"], ["AI Cloud", "Results"]);

    public const string Path = "announcements/2025-11-03-microsoft-contract.md";

    public const string Announcement = """
        ---
        headline: AI Cloud contract with Microsoft
        summary: IREN will run GB300 systems.
        status: published
        releaseAt: 2025-11-03T07:00:00-05:00
        category: AI Cloud
        ---
        IREN has agreed.

        """;

    public const string Contract = """
        ---
        title: Microsoft AI Cloud
        counterparty: Microsoft
        role: customer
        status: active
        ---
        In words.

        """;

    public const string Company = """
        name: IREN
        legalName: IREN Limited
        ticker: IREN
        exchange: Nasdaq
        zone: America/New_York
        benchmark: QQQ
        categories:
          - AI Cloud
          - Results

        """;

    /// <summary>Reads the sample announcement with one line replaced or, for an empty <paramref name="line"/>, added above the body.</summary>
    public static ContentRead<AnnouncementDocument> Read(string line, string with) => AnnouncementFile.Read(Path, Change(Announcement, line, with), Context);

    public static string Change(string file, string line, string with)
    {
        if (line.Length == 0)
        {
            var close = file.LastIndexOf("---\n", StringComparison.Ordinal);
            return file.Insert(close, with + "\n");
        }

        var lines = file.Split('\n');
        var at = Array.FindIndex(lines, l => l.StartsWith(line, StringComparison.Ordinal));
        lines[at] = with;
        return string.Join('\n', lines);
    }

    /// <summary>The one issue, as the command line prints it.</summary>
    public static string Only(IReadOnlyList<ContentIssue> issues) => issues.ShouldHaveSingleItem().ToString();

    /// <summary>Equal records, lists included, since they give equal JSON.</summary>
    public static string Json<T>(T document) => System.Text.Json.JsonSerializer.Serialize(document, ContentJson.Options);
}
