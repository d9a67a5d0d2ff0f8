using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Site.Published;

/// <summary>The newest edition of an announcement as lists need it: everything but its text.</summary>
/// <param name="Number">The edition's ledger number.</param>
/// <param name="Version">1 for the first release, one more for each correction.</param>
/// <param name="ReleasedAt">The approved instant; the first of its span where the minute isn't known.</param>
/// <param name="Year">Its year in the company's zone.</param>
/// <param name="CategoryKey">The category folded for matching.</param>
/// <param name="TagKeys">The tags folded for matching.</param>
/// <param name="Document">What its file says, with an empty body.</param>
public sealed record PublishedAnnouncement(
    long Number, int Version, Instant ReleasedAt, int Year, string CategoryKey, IReadOnlyList<string> TagKeys, AnnouncementDocument Document)
{
    /// <summary>Its address part.</summary>
    public string Slug => Document.Slug;

    /// <summary>When the store took this edition.</summary>
    public Instant CommittedAt { get; init; }

    /// <summary>When readers last got something new of it: its release, or its newest correction.</summary>
    public Instant UpdatedAt => Version > 1 ? CommittedAt : ReleasedAt;

    /// <summary>When it was released, as far as that is known.</summary>
    public ReleaseMoment Moment { get; } = Document.Moment();
}

/// <summary>The newest edition of a contract.</summary>
/// <param name="Number">The edition's ledger number.</param>
/// <param name="Document">What its file says.</param>
/// <param name="Html">Its summary in words as safe HTML.</param>
public sealed record PublishedContract(long Number, ContractDocument Document, string Html)
{
    /// <summary>When the store took this edition.</summary>
    public Instant CommittedAt { get; init; }
}

/// <summary>The newest edition of a calendar entry.</summary>
/// <param name="Number">The edition's ledger number.</param>
/// <param name="Begins">Its first instant; a day begins at midnight in the company's zone.</param>
/// <param name="Document">What its file says.</param>
/// <param name="Html">Its text as safe HTML.</param>
/// <param name="Version">1 for the first release, one more for each change.</param>
/// <param name="CommittedAt">When the store took this edition.</param>
public sealed record PublishedEvent(long Number, Instant Begins, EventDocument Document, string Html, int Version, Instant CommittedAt);

/// <summary>The newest edition of a standing page.</summary>
/// <param name="Number">The edition's ledger number.</param>
/// <param name="CommittedAt">When the store took it.</param>
/// <param name="Document">What its file says.</param>
/// <param name="Html">Its text as safe HTML.</param>
public sealed record PublishedPage(long Number, Instant CommittedAt, PageDocument Document, string Html);

/// <summary>What documents say in the market's terms.</summary>
public static class PublishedMoments
{
    /// <summary>When an announcement was released, as far as its file knows.</summary>
    public static ReleaseMoment Moment(this AnnouncementDocument document) => document.ReleaseAt is { } instant
        ? ReleaseMoment.At(instant)
        : ReleaseMoment.On(document.ReleaseDate!.Value, document.Timing);
}
