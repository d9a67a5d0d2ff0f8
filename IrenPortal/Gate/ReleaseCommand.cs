using System.Text.Json.Serialization;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using NodaTime;

namespace IrenPortal.Gate;

/// <summary>What is to become public in one transaction.</summary>
/// <param name="Key">The idempotency key: a command whose key was carried out does nothing more.</param>
/// <param name="Editions">Documents, in the order in which their ledger entries come.</param>
/// <param name="Prices">Daily bars to add or replace, a symbol each.</param>
/// <param name="Actions">Splits and dividends to add or replace, a symbol each.</param>
[method: JsonConstructor]
public sealed record ReleaseCommand(
    string Key,
    IReadOnlyList<EditionItem> Editions,
    IReadOnlyList<PricesItem> Prices,
    IReadOnlyList<ActionsItem> Actions)
{
    /// <summary>A command that publishes documents only.</summary>
    public ReleaseCommand(string key, params IReadOnlyList<EditionItem> editions)
        : this(key, editions, [], [])
    {
    }

    /// <summary>Filings with the SEC to add or replace, a company's each.</summary>
    public IReadOnlyList<FilingsItem> Filings { get; init; } = [];

    /// <summary>What was measured of earlier releases, one an edition.</summary>
    public IReadOnlyList<TimingItem> Timings { get; init; } = [];
}

/// <summary>One document's next edition, exactly as approved.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Slug">Its address part.</param>
/// <param name="BaseVersion">The version that it follows: 0 for a first release.</param>
/// <param name="Title">Headline, title or name.</param>
/// <param name="Summary">Lead or short description; may be empty.</param>
/// <param name="Category">An announcement's category, else empty.</param>
/// <param name="ContractSlug">The contract that an announcement names, else empty.</param>
/// <param name="ReleasedAt">The approved instant that readers see; a correction keeps the first version's.</param>
/// <param name="NotBefore">The gate refuses before this instant.</param>
/// <param name="Year">Year of <paramref name="ReleasedAt"/> in the company's zone.</param>
/// <param name="Featured">Leads the home page.</param>
/// <param name="Tags">As written.</param>
/// <param name="SearchText">Plain text that word search looks in.</param>
/// <param name="Markdown">The document in import format.</param>
/// <param name="Html">The body with <c>media:NAME</c> for file addresses; the gate puts the public ones in and changes nothing else.</param>
/// <param name="Document">The document as JSON.</param>
/// <param name="Reason">Why a correction is made; empty for a first release.</param>
/// <param name="Files">Files that it attaches or shows.</param>
public sealed record EditionItem(
    EditionKind Kind,
    string Slug,
    int BaseVersion,
    string Title,
    string Summary,
    string Category,
    string ContractSlug,
    Instant ReleasedAt,
    Instant? NotBefore,
    int Year,
    bool Featured,
    IReadOnlyList<string> Tags,
    string SearchText,
    string Markdown,
    string Html,
    string Document,
    string Reason,
    IReadOnlyList<FileItem> Files);

/// <summary>A file with its bytes.</summary>
/// <param name="Name">Safe file name.</param>
/// <param name="ContentType">Media type, told from the bytes.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Attached">Listed among the files, not only shown in the text.</param>
public sealed record FileItem(string Name, string ContentType, byte[] Bytes, bool Attached);

/// <summary>Bars of one symbol; a bar equal to the one in force is left alone.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Bars">Its bars; none where only actions change.</param>
/// <param name="Basis">
/// The ledger's number of the symbol's last change when the bars were looked at: the gate refuses when it has changed since.
/// Null takes them whatever is there.
/// </param>
public sealed record PricesItem(string Symbol, IReadOnlyList<BarItem> Bars, long? Basis = null);

/// <summary>One daily bar, prices in the symbol's currency, volume in units.</summary>
public sealed record BarItem(LocalDate Date, decimal? Open, decimal? High, decimal? Low, decimal Close, long? Volume);

/// <summary>Splits and dividends of one symbol.</summary>
public sealed record ActionsItem(string Symbol, IReadOnlyList<ActionItem> Actions);

/// <summary>A split (new shares for one old) or dividend (cash a share).</summary>
public sealed record ActionItem(LocalDate ExDate, string Kind, decimal Value);

/// <summary>Filings of one company; a filing equal to the one in force is left alone.</summary>
/// <param name="Cik">The company's number in the SEC's register, ten digits.</param>
/// <param name="Filings">Its filings, one an accession number.</param>
public sealed record FilingsItem(string Cik, IReadOnlyList<FilingItem> Filings);

/// <summary>One filing, as <see cref="FilingRevision"/> keeps it.</summary>
public sealed record FilingItem(
    string AccessionNumber, string Form, LocalDate FiledOn, LocalDate? ReportedOn, Instant? AcceptedAt, string Items, long? Size, bool HasXbrl, bool HasInlineXbrl, string Document, string Description)
{
    /// <summary>What the store has of a filing.</summary>
    public static FilingItem Of(FilingRevision f) => new(
        f.AccessionNumber, f.Form, f.FiledOn, f.ReportedOn, f.AcceptedAt, f.Items, f.Size, f.HasXbrl, f.HasInlineXbrl, f.Document, f.Description);

    /// <summary>As the store keeps it: instants in whole milliseconds.</summary>
    public FilingItem Stored() => this with { AcceptedAt = AcceptedAt?.ToMilliseconds() };
}

/// <summary>What was measured of a release, as <see cref="EditionTiming"/> keeps it; an edition that has it already is left alone.</summary>
public sealed record TimingItem(long EditionNumber, Instant? FirstReadAt, int Mails, Instant? FirstMailAt, Instant? LastMailAt);

/// <summary>What the gate did with a command.</summary>
/// <param name="Outcome">Released, done before, nothing to do, too early, or refused.</param>
/// <param name="Version">The store version after it.</param>
/// <param name="At">When the store took it.</param>
/// <param name="Versions">The version that each document got, by kind and slug; empty unless released now or before.</param>
/// <param name="Issues">Why it was refused, a sentence each.</param>
public sealed record GateResult(
    GateOutcome Outcome,
    long Version,
    Instant At,
    IReadOnlyDictionary<(EditionKind Kind, string Slug), int> Versions,
    IReadOnlyList<string> Issues);

/// <summary>The ends that a command can come to.</summary>
public enum GateOutcome
{
    /// <summary>Committed now.</summary>
    Released = 1,

    /// <summary>The key was carried out before.</summary>
    AlreadyReleased = 2,

    /// <summary>Everything in it was public already.</summary>
    Unchanged = 3,

    /// <summary>Nothing was changed; the issues say why.</summary>
    Refused = 4,

    /// <summary>An item's instant has not come by the gate's clock; nothing was changed, and the same command may come again.</summary>
    Early = 5,
}
