using NodaTime;

namespace IrenPortal.Content;

/// <summary>One filing with the SEC as EDGAR lists it.</summary>
/// <param name="AccessionNumber">EDGAR's number of it, such as 0001140361-25-040072.</param>
/// <param name="Form">The form, such as <c>8-K</c>.</param>
/// <param name="FiledOn">The day of filing.</param>
/// <param name="ReportedOn">The day or the end of the period that it reports on; null where it names none.</param>
/// <param name="AcceptedAt">When EDGAR accepted it; null where that isn't known.</param>
/// <param name="Items">Items of a current report, such as <c>2.02,9.01</c>; may be empty.</param>
/// <param name="Size">Bytes of the whole filing; null where that isn't known.</param>
/// <param name="HasXbrl">Whether figures are tagged.</param>
/// <param name="HasInlineXbrl">Whether they are tagged in the document itself, so that EDGAR's viewer shows it.</param>
/// <param name="Document">The main document's path in the filing's folder; may be empty.</param>
/// <param name="Description">What the filer calls the document; may be empty.</param>
public sealed record Filing(
    string AccessionNumber, string Form, LocalDate FiledOn, LocalDate? ReportedOn, Instant? AcceptedAt, string Items, long? Size, bool HasXbrl, bool HasInlineXbrl, string Document, string Description);

/// <summary>Filings of one company.</summary>
/// <param name="Cik">Its number in the SEC's register, ten digits.</param>
/// <param name="Filings">The filings in the order of the file, one an accession number.</param>
/// <param name="Older">Names of files beside it that hold older filings.</param>
public sealed record FilingFile(string Cik, IReadOnlyList<Filing> Filings, IReadOnlyList<string> Older);
