namespace IrenPortal.Content;

/// <summary>Everything read from a content folder or from one file; each list in ordinal order of its paths.</summary>
public sealed record ContentSet
{
    /// <summary>The company, where <c>company.yml</c> was read.</summary>
    public CompanyProfile? Company { get; init; }

    /// <summary>The announcements in their newest text.</summary>
    public IReadOnlyList<AnnouncementDocument> Announcements { get; init; } = [];

    /// <summary>The contracts in their newest text.</summary>
    public IReadOnlyList<ContractDocument> Contracts { get; init; } = [];

    /// <summary>The standing pages in their newest text.</summary>
    public IReadOnlyList<PageDocument> Pages { get; init; } = [];

    /// <summary>The events.</summary>
    public IReadOnlyList<EventDocument> Events { get; init; } = [];

    /// <summary>Announcements as they were before their corrections, by slug and version.</summary>
    public IReadOnlyList<EarlierEdition<AnnouncementDocument>> EarlierAnnouncements { get; init; } = [];

    /// <summary>Contracts as they were before their corrections, by slug and version.</summary>
    public IReadOnlyList<EarlierEdition<ContractDocument>> EarlierContracts { get; init; } = [];

    /// <summary>Pages as they were before their corrections, by slug and version.</summary>
    public IReadOnlyList<EarlierEdition<PageDocument>> EarlierPages { get; init; } = [];

    /// <summary>Daily bars, one file a symbol.</summary>
    public IReadOnlyList<PriceFile> Prices { get; init; } = [];

    /// <summary>Splits and dividends, one file a symbol.</summary>
    public IReadOnlyList<ActionFile> Actions { get; init; } = [];

    /// <summary>Filings with the SEC, all of the company.</summary>
    public IReadOnlyList<FilingFile> Filings { get; init; } = [];

    /// <summary>Images and attachments.</summary>
    public IReadOnlyList<MediaFile> Media { get; init; } = [];

    /// <summary>Where each document came from, for a refusal that is found later; keyed by the document itself.</summary>
    public IReadOnlyDictionary<object, string> Paths { get; init; } = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
}

/// <summary>A document as it was before a correction.</summary>
/// <param name="Slug">The address that all its editions share.</param>
/// <param name="Version">Its number, from 1; the newest edition's number is one more than the highest of these.</param>
/// <param name="Document">The document; a version above 1 says in <c>Reason</c> why it corrected the one before.</param>
public sealed record EarlierEdition<T>(string Slug, int Version, T Document) where T : class;
