using IrenPortal.Hosting;
using IrenPortal.Identity;

namespace IrenPortal.Newsroom.Preview;

/// <summary>The preview's document, for a frame of the editor and the review.</summary>
internal static class PreviewEndpoints
{
    // No script runs in it. The origin stays ours, or the font and the draft's images would be a stranger's requests.
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

    public static void MapPreview(this IEndpointRouteBuilder staff) => staff.MapGetOrHead("/admin/drafts/{id:guid}/preview", ShowAsync);

    private static async Task<IResult> ShowAsync(Guid id, int? revision, HttpContext http, DraftPreview preview)
    {
        if (await preview.RenderAsync(id, revision, http.User.StaffId(), http.RequestAborted) is not { } answer)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Bytes(answer.Body, answer.ContentType);
    }
}
