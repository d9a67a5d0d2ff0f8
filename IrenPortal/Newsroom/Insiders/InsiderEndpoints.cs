using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;

namespace IrenPortal.Newsroom.Insiders;

/// <summary>Who may open a document, and who has.</summary>
internal static class InsiderEndpoints
{
    public static void MapInsiders(this IEndpointRouteBuilder staff)
    {
        var document = staff.MapGroup("/admin/drafts/{id:guid}");
        document.MapGetOrHead("/insiders.csv", InsiderList.AnswerAsync);
        document.MapPost("/insiders", SetAsync);
    }

    private static async Task<IResult> SetAsync(Guid id, IFormCollection form, HttpContext http, InsiderDesk insiders, DocumentPages pages)
    {
        string[] people = form["restricted"] == "true" ? [.. form["person"].OfType<string>(), http.User.StaffId()] : [];
        return await insiders.SetAsync(id, people, http.User.StaffId(), http.RequestAborted) is { } refusal
            ? await pages.ShowAsync(http, id, refusals: [refusal])
            : await pages.HrefAsync(id, http.RequestAborted) is { } href ? Results.LocalRedirect(href) : Results.NotFound();
    }
}
