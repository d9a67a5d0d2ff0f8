using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using NodaTime;

namespace IrenPortal.Tests.Testing;

/// <summary>An announcement with everything a test doesn't care about filled in.</summary>
public sealed record AnnouncementBuilder(string Slug)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    public string Headline { get; init; } = $"Headline of {Slug}";

    public string Summary { get; init; } = $"Summary of {Slug}.";

    public string Body { get; init; } = $"Body of {Slug}.";

    public string Category { get; init; } = "Corporate";

    public Instant ReleasedAt { get; init; } = Instant.FromUtc(2025, 11, 3, 11, 30);

    public Instant? NotBefore { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool Featured { get; init; }

    public string? Contract { get; init; }

    public IReadOnlyList<FileItem> Files { get; init; } = [];

    public IReadOnlyList<SourceLink> Sources { get; init; } = [];

    public IReadOnlyList<PressReport> PressReports { get; init; } = [];

    /// <summary>The version that this text follows; 0 for a first release.</summary>
    public int BaseVersion { get; init; }

    /// <summary>Why a correction is made.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The item as the gate takes it.</summary>
    public EditionItem Build()
    {
        var document = new AnnouncementDocument
        {
            Slug = Slug,
            Headline = Headline,
            Summary = Summary,
            Status = DocumentStatus.Published,
            ReleaseAt = ReleasedAt,
            Category = Category,
            Tags = Tags,
            Featured = Featured,
            Contract = Contract,
            Files = [.. Files.Where(f => f.Attached).Select(f => f.Name)],
            Sources = Sources,
            PressReports = PressReports,
            Body = Body,
        };
        return new EditionItem(
            EditionKind.Announcement, Slug, BaseVersion, Headline, Summary, Category, Contract ?? "", ReleasedAt, NotBefore,
            ReleasedAt.InZone(Zone).Year, Featured, Tags, $"{Headline} {Summary} {string.Join(' ', Tags)} {Body}",
            Markdown: $"---\nslug: {Slug}\nheadline: {Headline}\n---\n{Body}\n",
            Html: $"<p>{System.Net.WebUtility.HtmlEncode(Body)}</p>{Images()}",
            Document: JsonSerializer.Serialize(document, ContentJson.Options),
            Reason, Files);
    }

    /// <summary>Its first correction: the same with another text.</summary>
    public AnnouncementBuilder Corrected(string body, string reason = "A figure was wrong.") =>
        this with { Body = body, Reason = reason, BaseVersion = BaseVersion + 1, NotBefore = null };

    private string Images() =>
        string.Concat(Files.Where(f => !f.Attached).Select(f => $"<p><img src=\"media:{f.Name}\" alt=\"\"></p>"));
}
