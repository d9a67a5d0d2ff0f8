using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace IrenPortal.Site.Pages;

/// <summary>Attachments and images of what was published. What is at such an address never changes.</summary>
internal static class FileEndpoints
{
    private const int IdLength = 32;
    private const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static void MapFiles(this IEndpointRouteBuilder site) => site.MapGetOrHead("/files/{id}/{name}", File);

    private static async Task<IResult> File(string id, string name, HttpResponse response, SiteAnswers answers, IDbContextFactory<PublicDbContext> stores)
    {
        if (id.Length != IdLength || !id.All(char.IsAsciiHexDigitLower))
        {
            return await answers.NotFoundAsync();
        }

        await using var store = await stores.CreateDbContextAsync();
        if (await store.Files.SingleOrDefaultAsync(f => f.Id == id) is not { } file || file.Name != name)
        {
            return await answers.NotFoundAsync();
        }

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = Policy;
        return Results.Bytes(
            file.Bytes, file.ContentType, IsImage(file) ? null : file.Name, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }

    private static bool IsImage(PublicFile file) => file.ContentType.StartsWith("image/", StringComparison.Ordinal);
}
