using IrenPortal.Data.Public;
using IrenPortal.Site.Layout;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Site.Published;

/// <summary>Whether anything of some kinds was published since a head of the ledger; what wasn't need not be read again.</summary>
internal static class LedgerNews
{
    /// <summary>True where there is an entry of these kinds after the head, or the store is another one.</summary>
    public static async Task<bool> HasNewsSinceAsync(this PublicDbContext store, LedgerHead head, params string[] kinds) =>
        !await store.Ledger.AnyAsync(e => e.Number == head.Number && e.Hash == head.Hash)
        || await store.Ledger.AnyAsync(e => e.Number > head.Number && kinds.Contains(e.Kind));
}
