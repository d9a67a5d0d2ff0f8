using NodaTime;

namespace IrenPortal.Data.Public;

/// <summary>
/// One filing with the SEC as EDGAR lists it. Immutable; the highest number of a register's number and accession number is in
/// force.
/// </summary>
public sealed class FilingRevision
{
    /// <summary>The company's number in the SEC's register, ten digits.</summary>
    public required string Cik { get; init; }

    /// <summary>EDGAR's number of the filing, such as 0001140361-25-040072.</summary>
    public required string AccessionNumber { get; init; }

    /// <summary>The ledger entry that brought it.</summary>
    public required long Number { get; init; }

    /// <summary>The form, such as <c>8-K</c>.</summary>
    public required string Form { get; init; }

    public required LocalDate FiledOn { get; init; }

    /// <summary>The day or the end of the period that it reports on.</summary>
    public required LocalDate? ReportedOn { get; init; }

    /// <summary>When EDGAR accepted it.</summary>
    public required Instant? AcceptedAt { get; init; }

    /// <summary>Items of a current report, such as <c>2.02,9.01</c>; may be empty.</summary>
    public required string Items { get; init; }

    /// <summary>Bytes of the whole filing.</summary>
    public required long? Size { get; init; }

    public required bool HasXbrl { get; init; }

    /// <summary>True where EDGAR's viewer of inline XBRL shows the document.</summary>
    public required bool HasInlineXbrl { get; init; }

    /// <summary>The main document's path in the filing's folder; may be empty.</summary>
    public required string Document { get; init; }

    /// <summary>What the filer calls the document; may be empty.</summary>
    public required string Description { get; init; }
}
