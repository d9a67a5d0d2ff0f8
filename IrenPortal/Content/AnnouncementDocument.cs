using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Content;

/// <summary>What an announcement file asks the newsroom to do with it.</summary>
public enum DocumentStatus
{
    /// <summary>Its time has passed: it goes through the gate at once.</summary>
    Published,

    /// <summary>Its time is to come: it waits in the newsroom.</summary>
    Scheduled,

    /// <summary>It stays in the newsroom; a release time is optional.</summary>
    Draft,

    /// <summary>It was published and is taken back: readers see the reason, and the text before at its own version.</summary>
    Withdrawn,
}

/// <summary>One announcement as its file says it. Texts are plain, except <see cref="Body"/>.</summary>
public sealed record AnnouncementDocument
{
    /// <summary>The address: lower-case letters, digits and single hyphens.</summary>
    public required string Slug { get; init; }

    /// <summary>One line of plain text.</summary>
    public required string Headline { get; init; }

    /// <summary>One line of plain text, at most <see cref="ContentLimits.SummaryLength"/> characters; empty when withdrawn.</summary>
    public required string Summary { get; init; }

    /// <summary>What the newsroom does with it.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>How exactly the release time is known.</summary>
    public ReleaseTiming Timing { get; init; } = ReleaseTiming.Exact;

    /// <summary>True where figures are known from reports alone and were not checked against the filing.</summary>
    public bool Reported { get; init; }

    /// <summary>The release instant in whole milliseconds; only where <see cref="Timing"/> is exact.</summary>
    public Instant? ReleaseAt { get; init; }

    /// <summary>The release day in the company's zone; only where <see cref="Timing"/> is not exact.</summary>
    public LocalDate? ReleaseDate { get; init; }

    /// <summary>The IANA zone as the file names it; a note for editors, <see cref="ReleaseAt"/> already counts it in.</summary>
    public string? Zone { get; init; }

    /// <summary>One of the company's categories.</summary>
    public required string Category { get; init; }

    /// <summary>Tags in the order of the file, distinct when case is ignored.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>True where the home page may put it first.</summary>
    public bool Featured { get; init; }

    /// <summary>Slug of the contract that it announces.</summary>
    public string? Contract { get; init; }

    /// <summary>Names of attachments in <c>media/</c>.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<SourceLink> Sources { get; init; } = [];

    /// <summary>What the press said of the share.</summary>
    public IReadOnlyList<PressReport> PressReports { get; init; } = [];

    /// <summary>Why this edition corrects or withdraws the one before; readers see it. Null on a first edition.</summary>
    public string? Reason { get; init; }

    /// <summary>Markdown without front matter: LF line ends, no blank line at either end.</summary>
    public required string Body { get; init; }

    /// <summary>What is left of it once it is withdrawn: its headline, address, category, moment and the reason.</summary>
    public AnnouncementDocument AsWithdrawn() => this with
    {
        Status = DocumentStatus.Withdrawn,
        Summary = "",
        Reported = false,
        Tags = [],
        Featured = false,
        Contract = null,
        Files = [],
        Sources = [],
        PressReports = [],
        Body = "",
    };
}

/// <summary>What one paper or site said of the share on the day.</summary>
/// <param name="Words">Its words, such as "nearly 30%".</param>
/// <param name="Percent">The move in per cent that the words mean, signed; null where they give none.</param>
/// <param name="Source">Who said it.</param>
public sealed record PressReport(string Words, decimal? Percent, string Source);

/// <summary>A titled address of a filing, a report or a slide deck.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Url">An absolute http or https address.</param>
public sealed record SourceLink(string Title, string Url);
