using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Gate;

/// <summary>Tells what of a company's filings is new or differs from what readers have.</summary>
internal static class FilingRows
{
    /// <summary>The rows to add under a ledger number, in the order in which they are hashed.</summary>
    public static async Task<IReadOnlyList<FilingRevision>> ChangedAsync(PublicDbContext store, FilingsItem item, long number, CancellationToken cancel)
    {
        var known = await store.Filings.AsNoTracking().Where(f => f.Cik == item.Cik).ToListAsync(cancel);
        var inForce = known.Newest().ToDictionary(f => f.AccessionNumber, FilingItem.Of, StringComparer.Ordinal);
        return
        [
            .. item.Filings.Select(f => f.Stored())
                .Where(f => !inForce.TryGetValue(f.AccessionNumber, out var old) || old != f)
                .Select(f => Row(f, item.Cik, number))
                .InOrder(),
        ];
    }

    private static FilingRevision Row(FilingItem f, string cik, long number) => new()
    {
        Cik = cik,
        AccessionNumber = f.AccessionNumber,
        Number = number,
        Form = f.Form,
        FiledOn = f.FiledOn,
        ReportedOn = f.ReportedOn,
        AcceptedAt = f.AcceptedAt,
        Items = f.Items,
        Size = f.Size,
        HasXbrl = f.HasXbrl,
        HasInlineXbrl = f.HasInlineXbrl,
        Document = f.Document,
        Description = f.Description,
    };
}
