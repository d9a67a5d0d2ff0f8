using System.Globalization;
using System.Text;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Site.Api;

/// <summary>The public hash chain, and the key that it is signed with.</summary>
internal static class LedgerEndpoints
{
    public static void MapLedger(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead("/api/v1/ledger", Ledger)
            .Answers<ApiList<LedgerItem>>("The ledger, oldest first, so that a reader can follow the chain.")
            .Takes("after", ApiField.Integer, "Entries after this number alone.")
            .TakesPage();
        site.MapGetOrHead("/.well-known/iren-portal-ledger.pem", Key).ExcludeFromDescription();
    }

    private static async Task<IResult> Ledger(HttpRequest request, SiteAnswers answers, IDbContextFactory<PublicDbContext> stores)
    {
        var fields = new QueryFields(request.Query);
        var (after, page, size) = (fields.LongNumber("after") ?? 0, ApiPages.Page(fields), ApiPages.Size(fields));
        return ApiProblem.Of(fields) ?? await answers.AtAsync(FormattableString.Invariant($"api/ledger {after} {page} {size}"), async moment =>
        {
            // Numbers have no gaps, so the page is a range of them.
            var total = (int)Math.Max(0, moment.Site.Version - after);
            var skip = (page - 1L) * size;
            if (skip >= total)
            {
                return ApiJson.Answer(new ApiList<LedgerItem>([], page, size, total));
            }

            var (first, last) = (after + skip + 1, Math.Min(after + skip + size, moment.Site.Version));
            await using var store = await stores.CreateDbContextAsync();
            var entries = await store.Ledger.Where(e => e.Number >= first && e.Number <= last).OrderBy(e => e.Number).ToListAsync();
            return ApiJson.Answer(new ApiList<LedgerItem>([.. entries.Select(ApiMapping.Item)], page, size, total));
        });
    }

    private static Task<IResult> Key(SiteAnswers answers, IDbContextFactory<PublicDbContext> stores) => answers.AtAsync("ledger key", async moment =>
    {
        await using var store = await stores.CreateDbContextAsync();
        var keys = await store.LedgerKeys.Where(k => k.FromNumber <= moment.Site.Version).OrderByDescending(k => k.FromNumber).ToListAsync();
        return keys.Count == 0 ? null : new Answer("application/x-pem-file", Encoding.ASCII.GetBytes(Text(keys)));
    });

    // Readers of PEM skip what stands outside the blocks; the newest key comes first because many read one block alone.
    private static string Text(List<LedgerKey> keys) => keys.Count == 1
        ? keys[0].PublicKeyPem
        : string.Concat(keys.Select(k => string.Create(CultureInfo.InvariantCulture, $"From entry {k.FromNumber}:\n{k.PublicKeyPem}")));
}
