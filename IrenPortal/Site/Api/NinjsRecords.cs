using System.Text.Json.Serialization;
using NodaTime;

namespace IrenPortal.Site.Api;

/// <summary>An announcement as newsrooms take it: IPTC ninjs 3.0. What has no value is left out, as the schema asks.</summary>
public sealed record NinjsItem
{
    /// <summary>Its page, and its identity: the same for every version.</summary>
    public required string Uri { get; init; }

    /// <summary>Which standard this is.</summary>
    public required NinjsStandard Standard { get; init; }

    /// <summary>Always <c>text</c>.</summary>
    public required string Type { get; init; }

    /// <summary>1 for the first release, one more for each correction.</summary>
    public required string Version { get; init; }

    /// <summary>The approved instant of the release; the first of its span where the minute isn't known.</summary>
    public required Instant FirstCreated { get; init; }

    /// <summary>When this version came.</summary>
    public required Instant VersionCreated { get; init; }

    /// <summary><c>usable</c>, or <c>canceled</c> once it is withdrawn.</summary>
    public required string PubStatus { get; init; }

    /// <summary>Its language.</summary>
    public required string Language { get; init; }

    /// <summary>Who says it.</summary>
    public required string By { get; init; }

    /// <summary>For editors: why it was corrected or withdrawn, and whether this is a demonstration.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EdNote { get; init; }

    /// <summary>The headline.</summary>
    public required IReadOnlyList<NinjsText> Headlines { get; init; }

    /// <summary>The summary.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NinjsText>? Descriptions { get; init; }

    /// <summary>The text as HTML with absolute addresses, and as plain text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NinjsBody>? Bodies { get; init; }

    /// <summary>Category and tags.</summary>
    public required IReadOnlyList<NinjsSubject> Subjects { get; init; }

    /// <summary>The company with its ticker.</summary>
    public required IReadOnlyList<NinjsOrganisation> Organisations { get; init; }

    /// <summary>Attachments.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NinjsRendition>? Renditions { get; init; }

    /// <summary>The SHA-256 of its Markdown, as the ledger has it.</summary>
    public required IReadOnlyList<NinjsId> AltIds { get; init; }
}

/// <summary>A standard.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Schema">The schema that a document can be checked against.</param>
public sealed record NinjsStandard(string Name, string Version, string Schema);

/// <summary>A text with its role.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Value">The text.</param>
public sealed record NinjsText(string Role, string ContentType, string Value);

/// <summary>The text of an announcement.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="WordCount">How many words it has.</param>
/// <param name="Value">The text.</param>
public sealed record NinjsBody(string Role, string ContentType, int WordCount, string Value);

/// <summary>What an announcement is about.</summary>
/// <param name="Name">In a word or two.</param>
/// <param name="Rel"><c>category</c> or <c>about</c>.</param>
public sealed record NinjsSubject(string Name, string Rel);

/// <summary>An organisation.</summary>
/// <param name="Name">Its registered name.</param>
/// <param name="Rel">What the announcement has to do with it.</param>
/// <param name="Symbols">Where its share trades.</param>
public sealed record NinjsOrganisation(string Name, string Rel, IReadOnlyList<NinjsSymbol> Symbols);

/// <summary>A listing.</summary>
/// <param name="Ticker">The share's symbol.</param>
/// <param name="Exchange">The exchange, in words.</param>
public sealed record NinjsSymbol(string Ticker, string Exchange);

/// <summary>An attachment.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Href">Where it is; what is there never changes.</param>
/// <param name="SizeInBytes">Its size.</param>
/// <param name="Digest">Lower-case hex SHA-256 of its bytes.</param>
public sealed record NinjsRendition(string Name, string Href, long SizeInBytes, string Digest);

/// <summary>A further identifier.</summary>
/// <param name="Role">Of what kind.</param>
/// <param name="Value">The identifier.</param>
public sealed record NinjsId(string Role, string Value);
