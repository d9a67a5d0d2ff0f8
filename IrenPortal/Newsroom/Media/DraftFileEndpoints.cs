using System.Globalization;
using IrenPortal.Content;
using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Newsroom.Media;

/// <summary>Files of drafts by plain requests, so that an upload needs no circuit; staff only until the gate publishes them.</summary>
internal static class DraftFileEndpoints
{
    // Room for the form around a file that is just too large, so that it can be told so.
    private const int LargestPost = ContentLimits.MediaBytes + (4 * 1024 * 1024);

    private const string Policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    public static void MapDraftFiles(this IEndpointRouteBuilder staff)
    {
        var files = staff.MapGroup("/admin/drafts/{id:guid}/files");
        files.MapPost("", AddAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost));
        files.MapPost("/remove", RemoveAsync);
        files.MapGetOrHead("/{name}", ReadAsync);
    }

    private static async Task<IResult> AddAsync(Guid id, HttpContext http, IAntiforgery antiforgery, DraftMedia media, DocumentPages pages)
    {
        if (http.Request.ContentLength > LargestPost)
        {
            return Results.Text(TooLarge, statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var issues = new List<string>();
        foreach (var file in (await http.Request.ReadFormAsync(http.RequestAborted)).Files)
        {
            issues.AddRange(await AddOneAsync(id, file, http, media));
        }

        return await ToAsync(id, issues, http, media, pages);
    }

    private static async Task<IReadOnlyList<string>> AddOneAsync(Guid id, IFormFile file, HttpContext http, DraftMedia media)
    {
        using var bytes = new MemoryStream((int)Math.Min(file.Length, LargestPost));
        await file.CopyToAsync(bytes, http.RequestAborted);
        var read = MediaCheck.Read(file.FileName, bytes.ToArray());
        return read.Document is { } checkedFile
            ? await media.AddAsync(id, checkedFile, http.User.StaffId(), http.RequestAborted) is { } refusal ? [refusal] : []
            : [.. read.Issues.Select(i => i.Message)];
    }

    private static async Task<IResult> RemoveAsync(Guid id, [FromForm] string? name, HttpContext http, DraftMedia media, DocumentPages pages)
    {
        await media.RemoveAsync(id, name ?? "", http.User.StaffId(), http.RequestAborted);
        return await ToAsync(id, [], http, media, pages);
    }

    private static async Task<IResult> ReadAsync(Guid id, string name, HttpContext http, DraftMedia media)
    {
        if (await media.ReadAsync(id, name, http.User.StaffId(), http.RequestAborted) is not { } file)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.ContentDisposition = file.ContentType.StartsWith("image/", StringComparison.Ordinal) ? "inline" : "attachment";
        return Results.Bytes(file.Bytes, file.ContentType);
    }

    // The script gets the list alone and puts it in place; a plain form gets the page.
    private static async Task<IResult> ToAsync(Guid id, List<string> issues, HttpContext http, DraftMedia media, DocumentPages pages)
    {
        if (http.Request.Headers.Accept == "text/vnd.files+html")
        {
            return new RazorComponentResult<FileList>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(FileList.Document)] = id,
                [nameof(FileList.Files)] = await media.ListAsync(id, http.RequestAborted),
                [nameof(FileList.Refusals)] = issues,
            }) { StatusCode = issues.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
        }

        return issues.Count > 0 ? await pages.ShowAsync(http, id, refusals: issues)
            : await pages.HrefAsync(id, http.RequestAborted) is { } href ? Results.LocalRedirect(href) : Results.NotFound();
    }

    private static string TooLarge { get; } = string.Create(CultureInfo.InvariantCulture, $"The file is larger than {ContentLimits.MediaBytes / (1024 * 1024)} MB: make it smaller.");
}
