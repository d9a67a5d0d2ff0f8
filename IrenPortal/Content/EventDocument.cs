using System.Text.Json.Serialization;
using NodaTime;

namespace IrenPortal.Content;

/// <summary>An event in the calendar. Exactly one of <see cref="StartsAt"/> and <see cref="StartDate"/> is set.</summary>
public sealed record EventDocument
{
    /// <summary>The address and the file's name.</summary>
    public required string Slug { get; init; }

    /// <summary>One line of plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Beginning, where the minute is known.</summary>
    public Instant? StartsAt { get; init; }

    /// <summary>First day in the company's zone, where only the day is known.</summary>
    public LocalDate? StartDate { get; init; }

    /// <summary>End, where the beginning is an instant.</summary>
    public Instant? EndsAt { get; init; }

    /// <summary>Last day, where the beginning is a day.</summary>
    public LocalDate? EndDate { get; init; }

    /// <summary>The place, in words.</summary>
    public string? Place { get; init; }

    /// <summary>An absolute http or https address.</summary>
    public string? Webcast { get; init; }

    /// <summary>Slides, transcripts and the like.</summary>
    public IReadOnlyList<SourceLink> Materials { get; init; } = [];

    /// <summary>True once it is called off; the calendar keeps it with the reason.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Withdrawn { get; init; }

    /// <summary>Why it was corrected or called off; readers see it. Null on a first edition.</summary>
    public string? Reason { get; init; }

    /// <summary>Markdown without front matter; may be empty.</summary>
    public required string Body { get; init; }
}
