using NodaTime;

namespace IrenPortal.Data.Public;

/// <summary>What an edition is an edition of.</summary>
public enum EditionKind
{
    /// <summary>A news announcement under <c>/news/{slug}</c>.</summary>
    Announcement = 1,

    /// <summary>A contract under <c>/contracts/{slug}</c>.</summary>
    Contract = 2,

    /// <summary>A content page under <c>/{slug}</c>.</summary>
    Page = 3,

    /// <summary>An entry of the investor calendar.</summary>
    Event = 4,

    /// <summary>The company's profile, <c>company.yml</c>; its slug is always <c>company</c>.</summary>
    Company = 5,
}

/// <summary>
/// One published version of a document. Immutable: triggers refuse UPDATE and DELETE; a correction is a new row.
/// <see cref="Markdown"/> is the record, everything beside it was derived from it on release.
/// </summary>
public sealed class Edition
{
    /// <summary>The ledger entry that published it, and its key.</summary>
    public required long Number { get; init; }

    public required EditionKind Kind { get; init; }

    /// <summary>Address part, unique in its kind over all documents.</summary>
    public required string Slug { get; init; }

    /// <summary>1 for the first release, one more for each correction.</summary>
    public required int Version { get; init; }

    /// <summary>Headline, title or name.</summary>
    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>An announcement's category as written; empty for other kinds.</summary>
    public required string Category { get; init; }

    /// <summary><see cref="Category"/> folded for matching without case.</summary>
    public required string CategoryKey { get; init; }

    /// <summary>The contract that an announcement names; empty when none.</summary>
    public required string ContractSlug { get; init; }

    /// <summary>The instant of the first version's release, as approved; for events the start.</summary>
    public required Instant ReleasedAt { get; init; }

    /// <summary>When the store took this version.</summary>
    public required Instant CommittedAt { get; init; }

    /// <summary>Calendar year of <see cref="ReleasedAt"/> in the company's zone.</summary>
    public required int Year { get; init; }

    public required bool Featured { get; init; }

    /// <summary>Headline, summary, tags and text, folded, for matching words without case.</summary>
    public required string SearchKey { get; init; }

    /// <summary>The document in import format: the bytes (UTF-8) that <see cref="Sha256"/> is of.</summary>
    public required string Markdown { get; init; }

    /// <summary>The body as safe HTML with public file addresses.</summary>
    public required string Html { get; init; }

    /// <summary>The document as JSON of its <c>Content</c> record.</summary>
    public required string Document { get; init; }

    /// <summary>Lower-case hex SHA-256 of <see cref="Markdown"/>.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Why a correction was made; empty for version 1.</summary>
    public required string Reason { get; init; }
}

/// <summary>A tag of an edition. Immutable.</summary>
public sealed class EditionTag
{
    public required long EditionNumber { get; init; }

    /// <summary>Place in the edition's list, from 0.</summary>
    public required int Ordinal { get; init; }

    public required string Tag { get; init; }

    /// <summary><see cref="Tag"/> folded for matching without case.</summary>
    public required string TagKey { get; init; }
}

/// <summary>A file that an edition attaches or shows. Immutable.</summary>
public sealed class EditionFile
{
    public required long EditionNumber { get; init; }

    /// <summary>Place in the edition's list, from 0.</summary>
    public required int Ordinal { get; init; }

    public required string FileId { get; init; }

    /// <summary>True when listed among the files, false for an image of the text alone.</summary>
    public required bool Attached { get; init; }
}

/// <summary>The newest edition of each document: a projection that <c>verify</c> rebuilds and compares. Mutable.</summary>
public sealed class CurrentEdition
{
    public required EditionKind Kind { get; init; }

    public required string Slug { get; init; }

    public required long EditionNumber { get; set; }
}
