namespace IrenPortal.Data.Public;

/// <summary>Which of all filings that were ever imported readers have now.</summary>
public static class FilingsInForce
{
    /// <summary>Kind of the ledger's entries of filings; their subject is the company's CIK.</summary>
    public const string Kind = "filings";

    /// <summary>The newest revision of each filing, oldest first.</summary>
    public static IEnumerable<FilingRevision> Newest(this IEnumerable<FilingRevision> filings) => filings
        .GroupBy(f => (f.Cik, f.AccessionNumber))
        .Select(g => g.MaxBy(f => f.Number)!)
        .InOrder();

    /// <summary>Oldest first, then by accession number: the order in which they are hashed.</summary>
    public static IOrderedEnumerable<FilingRevision> InOrder(this IEnumerable<FilingRevision> filings) =>
        filings.OrderBy(f => f.FiledOn).ThenBy(f => f.AccessionNumber, StringComparer.Ordinal);
}
