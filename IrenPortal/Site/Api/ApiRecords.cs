using IrenPortal.Content;
using NodaTime;

namespace IrenPortal.Site.Api;

/// <summary>One page of a list.</summary>
/// <param name="Items">The entries of this page; empty past the last one.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="PageSize">Most entries of a page.</param>
/// <param name="Total">Entries on all pages.</param>
public sealed record ApiList<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total);

/// <summary>An announcement in a list.</summary>
/// <param name="Slug">Its address part.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="Summary">Plain text.</param>
/// <param name="ReleasedAt">The approved instant; the first of its span where the minute isn't known.</param>
/// <param name="Category">One of the company's categories.</param>
/// <param name="Tags">Tags as written.</param>
/// <param name="Featured">Whether the home page may lead with it.</param>
/// <param name="Url">Its page.</param>
public sealed record AnnouncementItem(
    string Slug, string Headline, string Summary, Instant ReleasedAt, string Category, IReadOnlyList<string> Tags, bool Featured, string Url);

/// <summary>Something that a search found.</summary>
/// <param name="Kind"><c>announcement</c>, <c>contract</c>, <c>event</c> or <c>page</c>.</param>
/// <param name="Slug">Its address part.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Summary">Plain text; empty where it has none.</param>
/// <param name="Date">The day of release, announcement or beginning in the company's zone, or null.</param>
/// <param name="Category">An announcement's category; else empty.</param>
/// <param name="Url">Its page.</param>
public sealed record SearchItem(string Kind, string Slug, string Title, string Summary, LocalDate? Date, string Category, string Url);

/// <summary>One edition of an announcement.</summary>
/// <param name="Slug">Its address part.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="Summary">Plain text.</param>
/// <param name="ReleasedAt">The approved instant; the first of its span where the minute isn't known.</param>
/// <param name="Category">One of the company's categories.</param>
/// <param name="Tags">Tags as written.</param>
/// <param name="Featured">Whether the home page may lead with it.</param>
/// <param name="Url">Its page.</param>
/// <param name="CommittedAt">When the store took this edition, in milliseconds.</param>
/// <param name="Version">1 for the first release, one more for each correction.</param>
/// <param name="Timing">How precisely the release time is known.</param>
/// <param name="Reported">True where figures are known from reports alone.</param>
/// <param name="BodyMarkdown">The text as written.</param>
/// <param name="BodyHtml">The text as safe HTML.</param>
/// <param name="Contract">Slug of the contract that it names, or null.</param>
/// <param name="Files">Attachments.</param>
/// <param name="Sources">Where the figures come from.</param>
/// <param name="PressReports">What the press said of the share.</param>
/// <param name="Corrections">Every edition after the first, oldest first; withdrawals are marked.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the bytes that the page's address with <c>.md</c> answers.</param>
/// <param name="Withdrawn">Set while the announcement is withdrawn; its text is then at the address that it names.</param>
public sealed record AnnouncementAnswer(
    string Slug, string Headline, string Summary, Instant ReleasedAt, string Category, IReadOnlyList<string> Tags, bool Featured, string Url,
    string CommittedAt, int Version, string Timing, bool Reported, string BodyMarkdown, string BodyHtml, string? Contract,
    IReadOnlyList<FileItem> Files, IReadOnlyList<SourceLink> Sources, IReadOnlyList<PressReport> PressReports, IReadOnlyList<CorrectionItem> Corrections, string Sha256,
    WithdrawalItem? Withdrawn);

/// <summary>An attachment.</summary>
/// <param name="Name">File name.</param>
/// <param name="Url">Where it is; what is there never changes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of its bytes.</param>
public sealed record FileItem(string Name, string Url, long Bytes, string Sha256);

/// <summary>A correction.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="At">When the store took it.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Url">The page of that version.</param>
/// <param name="Withdraws">True where it took the text back instead of changing it.</param>
public sealed record CorrectionItem(int Version, string At, string Reason, string Url, bool Withdraws);

/// <summary>A withdrawal that is in force.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="At">When the store took it.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Url">What was published, where an address keeps it.</param>
public sealed record WithdrawalItem(int Version, string At, string Reason, string? Url);

/// <summary>A contract: what its file says, and what follows from it. Unknown values are null.</summary>
/// <param name="Slug">Its address part.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Counterparty">The other party.</param>
/// <param name="Role">What the other party is to the company.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Signed">Day of signature.</param>
/// <param name="Announced">Day of announcement.</param>
/// <param name="TotalValue">Value over the term.</param>
/// <param name="TermYears">Length in years.</param>
/// <param name="TermNote">What the number of years leaves out.</param>
/// <param name="PrepaymentPercent">Prepayment in per cent of the total value.</param>
/// <param name="PrepaymentNote">When and how it is paid and credited.</param>
/// <param name="AnnualRunRate">What a year brings with every phase in service; not revenue.</param>
/// <param name="Hardware">The equipment, in words.</param>
/// <param name="Site">The place, in words.</param>
/// <param name="ItLoadMegawatts">Critical IT load in MW.</param>
/// <param name="RelatedSpend">What the company spends elsewhere to fulfil it.</param>
/// <param name="Phases">Its phases.</param>
/// <param name="Termination">How it may end early, in words.</param>
/// <param name="Announcement">Slug of the announcement with which it was released.</param>
/// <param name="Reported">True where figures are known from reports alone.</param>
/// <param name="Sources">Where the figures come from.</param>
/// <param name="Url">Its page.</param>
/// <param name="Derived">Figures computed from its terms, each with how.</param>
/// <param name="Withdrawn">Set while the contract is withdrawn; its terms are then at the address that it names.</param>
public sealed record ContractItem(
    string Slug, string Title, string Counterparty, ContractRole Role, ContractStatus Status, LocalDate? Signed, LocalDate? Announced,
    Money? TotalValue, decimal? TermYears, string? TermNote, decimal? PrepaymentPercent, string? PrepaymentNote, Money? AnnualRunRate,
    string? Hardware, string? Site, decimal? ItLoadMegawatts, IReadOnlyList<SpendItem> RelatedSpend, IReadOnlyList<PhaseItem> Phases,
    string? Termination, string? Announcement, bool Reported, IReadOnlyList<SourceLink> Sources, string Url, IReadOnlyList<DerivedItem> Derived,
    WithdrawalItem? Withdrawn);

/// <summary>Money spent with another party to fulfil a contract.</summary>
/// <param name="Counterparty">Who is paid.</param>
/// <param name="Amount">In whole units of <paramref name="Currency"/>.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Approximate">True where the source says "about".</param>
/// <param name="What">For what, in words.</param>
public sealed record SpendItem(string Counterparty, decimal Amount, string Currency, bool Approximate, string What);

/// <summary>A phase of a contract.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Megawatts">IT load in MW.</param>
/// <param name="Status">Where it stands, in a word.</param>
/// <param name="Date">A day, or words such as "target Q4 2026".</param>
/// <param name="Reported">True where this is known from reports alone.</param>
public sealed record PhaseItem(string Name, decimal? Megawatts, string? Status, string? Date, bool Reported);

/// <summary>A figure computed from a contract's terms.</summary>
/// <param name="Key">Its name for machines.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">The figure in <paramref name="Unit"/>.</param>
/// <param name="Unit">An ISO 4217 code, or <c>percent</c>.</param>
/// <param name="Display">The figure as printed.</param>
/// <param name="Formula">How it was computed.</param>
/// <param name="Approximate">True where an input is approximate.</param>
/// <param name="Reported">True where an input is known from reports alone.</param>
public sealed record DerivedItem(string Key, string Label, decimal Value, string Unit, string Display, string Formula, bool Approximate, bool Reported);

/// <summary>Daily prices of a symbol, oldest first.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Currency">ISO 4217 code of the prices.</param>
/// <param name="Items">A bar a session.</param>
public sealed record PricesAnswer(string Symbol, string Currency, IReadOnlyList<PriceItem> Items);

/// <summary>One session as it was traded; null where the source has a close only.</summary>
/// <param name="Date">The session.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Units traded.</param>
public sealed record PriceItem(LocalDate Date, decimal? Open, decimal? High, decimal? Low, decimal Close, long? Volume);

/// <summary>An event of the calendar.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Plain text.</param>
/// <param name="StartsAt">An instant in UTC, or a day where only that is known.</param>
/// <param name="EndsAt">The same for its end, or null.</param>
/// <param name="Place">The place, in words.</param>
/// <param name="Webcast">Where to listen.</param>
/// <param name="Materials">Slides, transcripts and the like.</param>
/// <param name="Url">Its place on the events page.</param>
/// <param name="Withdrawn">Set where it was called off.</param>
public sealed record EventItem(
    string Slug, string Title, string StartsAt, string? EndsAt, string? Place, string? Webcast, IReadOnlyList<SourceLink> Materials, string Url, WithdrawalItem? Withdrawn);

/// <summary>A filing with the SEC.</summary>
/// <param name="AccessionNumber">The agency's number of it.</param>
/// <param name="Form">The form, such as <c>8-K</c>.</param>
/// <param name="FormName">What that is, in words; null for a form without.</param>
/// <param name="FiledOn">The day of filing.</param>
/// <param name="ReportedOn">The day or the end of the period that it reports on.</param>
/// <param name="AcceptedAt">When the agency accepted it, in milliseconds.</param>
/// <param name="Items">Items of a current report; may be empty.</param>
/// <param name="Description">What the filer calls the document; may be empty.</param>
/// <param name="Bytes">Size of the whole filing.</param>
/// <param name="Document">Address of the main document.</param>
/// <param name="Index">Address of the list of its documents.</param>
/// <param name="InlineXbrl">Address of the document in the agency's viewer of inline XBRL.</param>
/// <param name="Announcements">Releases whose sources name it, newest first.</param>
public sealed record FilingItem(
    string AccessionNumber, string Form, string? FormName, LocalDate FiledOn, LocalDate? ReportedOn, string? AcceptedAt, string Items, string Description, long? Bytes,
    string? Document, string Index, string? InlineXbrl, IReadOnlyList<FilingReleaseItem> Announcements);

/// <summary>A release that names a filing.</summary>
/// <param name="Slug">Its address part.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="Url">Its page.</param>
public sealed record FilingReleaseItem(string Slug, string Headline, string Url);

/// <summary>
/// One link of the public hash chain: <paramref name="Hash"/> is the SHA-256 of number, at, kind, subject, sha256 and previous
/// joined by LF; <paramref name="Signature"/> is ECDSA P-256 over it.
/// </summary>
/// <param name="Number">1, 2, 3 … without gaps.</param>
/// <param name="At">When the store took it, in milliseconds.</param>
/// <param name="Kind">What was published.</param>
/// <param name="Subject">Which one.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of what was published.</param>
/// <param name="Previous">The hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">Lower-case hex.</param>
/// <param name="Signature">Base64 of the DER-encoded signature.</param>
public sealed record LedgerItem(long Number, string At, string Kind, string Subject, string Sha256, string Previous, string Hash, string Signature);
