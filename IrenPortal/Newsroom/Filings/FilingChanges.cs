using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Ui.Formats;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Filings;

/// <summary>What a list of filings would change of what readers have. Immutable. What is not on the list stays.</summary>
/// <param name="Cik">The company's number in the SEC's register.</param>
/// <param name="Filings">New and replaced filings.</param>
/// <param name="Replaced">How many of them replace one.</param>
/// <param name="Unchanged">How many filings of the list readers have already.</param>
public sealed record FilingChanges(string Cik, IReadOnlyList<FilingItem> Filings, int Replaced, int Unchanged)
{
    /// <summary>True when readers have all of it.</summary>
    public bool IsEmpty => Filings.Count == 0;

    /// <summary>The counts in words: <c>3 filings new, 1 replaced, 600 unchanged</c>.</summary>
    public string Summary => $"{Format.Plural(Filings.Count - Replaced, "filing", "filings")} new, {Format.Count(Replaced)} replaced, {Format.Count(Unchanged)} unchanged";

    /// <summary>The changes as a gate takes them.</summary>
    public FilingsItem Command => new(Cik, Filings);

    /// <summary>Compares a list with the store.</summary>
    public static async Task<FilingChanges> OfAsync(PublicDbContext store, string cik, IReadOnlyList<Filing> filings, CancellationToken cancel)
    {
        var revisions = await store.Filings.AsNoTracking().Where(f => f.Cik == cik).ToListAsync(cancel);
        var known = revisions.Newest().ToDictionary(f => f.AccessionNumber, FilingItem.Of, StringComparer.Ordinal);
        var items = filings.Select(ItemOf).ToList();
        var changed = items.Where(f => !known.TryGetValue(f.AccessionNumber, out var old) || old != f).ToList();
        return new FilingChanges(cik, changed, changed.Count(f => known.ContainsKey(f.AccessionNumber)), items.Count - changed.Count);
    }

    private static FilingItem ItemOf(Filing f) => new FilingItem(
        f.AccessionNumber, f.Form, f.FiledOn, f.ReportedOn, f.AcceptedAt, f.Items, f.Size, f.HasXbrl, f.HasInlineXbrl, f.Document, f.Description).Stored();
}
