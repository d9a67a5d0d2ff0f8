using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Layout;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Site.News;

/// <summary>One edition of an announcement with all that its page shows. The staff preview fills it from a draft.</summary>
public sealed record AnnouncementView
{
    /// <summary>What stands around the content.</summary>
    public required SiteChrome Chrome { get; init; }

    /// <summary>The edition's own fields.</summary>
    public required AnnouncementDocument Document { get; init; }

    /// <summary>The text, rendered from Markdown by the allow-list renderer.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>The contract that it names, as it stands now; null where it names none.</summary>
    public ContractDocument? Contract { get; init; }

    /// <summary>Figures computed from that contract, for the row of key facts.</summary>
    public IReadOnlyList<DerivedFigure> Derived { get; init; } = [];

    /// <summary>Its attachments.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>This edition's version, from 1; 0 for a draft.</summary>
    public int Version { get; init; }

    /// <summary>The newest version.</summary>
    public int LatestVersion { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the edition's Markdown; null for a draft.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The editions after the first, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Newer releases on the same contract, newest first.</summary>
    public IReadOnlyList<ReleaseLink> Later { get; init; } = [];

    /// <summary>The release before this one in time.</summary>
    public ReleaseLink? Previous { get; init; }

    /// <summary>The release after this one in time.</summary>
    public ReleaseLink? Next { get; init; }

    /// <summary>What the share did; null where there is no release time or no price.</summary>
    public ReactionView? Reaction { get; init; }

    /// <summary>When it was released; null for a draft without a time.</summary>
    public ReleaseMoment? Moment => Document is { ReleaseAt: null, ReleaseDate: null } ? null : Document.Moment();

    /// <summary>True for what is not public: no addresses of its data, no version.</summary>
    public bool IsDraft => Version == 0;

    /// <summary>Its address.</summary>
    public string Href => "/news/" + Document.Slug;

    /// <summary>Where this edition stands among the others.</summary>
    public EditionStanding Standing => new(Href, Version, LatestVersion, Corrections);

    /// <summary>True where this edition takes the announcement back.</summary>
    public bool IsWithdrawn => Document.Status is DocumentStatus.Withdrawn;
}

/// <summary>An attachment.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Href">Its address.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256.</param>
public sealed record AttachedFile(string Name, string Href, long Bytes, string Sha256);

/// <summary>Another announcement.</summary>
/// <param name="Slug">Its address under <c>/news/</c>.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="Date">Its day in the company's zone.</param>
public sealed record ReleaseLink(string Slug, string Headline, LocalDate Date)
{
    /// <summary>Its address.</summary>
    public string Href => "/news/" + Slug;
}
