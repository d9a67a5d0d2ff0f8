using IrenPortal.Content;
using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Newsroom.Preview;

/// <summary>The preview's document, for a frame of the editor and the review.</summary>
internal static class PreviewEndpoints
{
    private const string Address = "/admin/drafts/{id:guid}/preview";

    // No script runs in it. The origin stays ours, or the font and the draft's images would be a stranger's requests.
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

    public static void MapPreview(this IEndpointRouteBuilder staff)
    {
        staff.MapGetOrHead(Address, ShowAsync);
        staff.MapPost(Address, ShowTyped);
    }

    private static async Task<IResult> ShowAsync(Guid id, int? revision, HttpContext http, DraftPreview preview)
    {
        if (await preview.RenderAsync(id, revision, InTabOfItsOwn(http.Request), http.User.StaffId(), http.RequestAborted) is not { } answer)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Bytes(answer.Body, answer.ContentType);
    }

    // A frame of the editor says what it shows; a tab does not.
    private static bool InTabOfItsOwn(HttpRequest request) => request.Headers["Sec-Fetch-Dest"] == "document";

    // What is in the editor, long before its save: nothing is read or kept, the words come back as readers would see them.
    private static IResult ShowTyped(Guid id, [FromForm(Name = FormShape.Body)] string? text, HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Text(PreviewAddresses.Put(MarkdownRenderer.Render(text ?? "").Html, id), "text/html");
    }
}
