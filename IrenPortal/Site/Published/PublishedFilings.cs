using IrenPortal.Content;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Site.Published;

/// <summary>Reads the filings in force, newest first.</summary>
internal static class PublishedFilings
{
    /// <summary>Those of the site's company; only when the ledger says that some are new.</summary>
    public static async Task<IReadOnlyList<Filing>> ReadAsync(PublicDbContext store, CompanyProfile company, PublishedSite? before) =>
        before?.Head is { } head && before.Company.Cik == company.Cik && !await store.HasNewsSinceAsync(head, FilingsInForce.Kind)
            ? before.Filings
            : await InForceAsync(store, company.Cik, CancellationToken.None);

    /// <summary>Those of the company with a number in the SEC's register; none without one.</summary>
    public static async Task<IReadOnlyList<Filing>> InForceAsync(PublicDbContext store, string? cik, CancellationToken cancel) =>
    [
        .. (await store.Filings.AsNoTracking().Where(f => f.Cik == cik).ToListAsync(cancel)).Newest().Reverse().Select(f => new Filing(
            f.AccessionNumber, f.Form, f.FiledOn, f.ReportedOn, f.AcceptedAt, f.Items, f.Size, f.HasXbrl, f.HasInlineXbrl, f.Document, f.Description)),
    ];
}
