using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Newsroom.Editions;

/// <summary>The post that proposes a withdrawal.</summary>
internal static class WithdrawEndpoints
{
    public static void MapWithdrawals(this IEndpointRouteBuilder staff) => staff.MapPost("/admin/drafts/{id:guid}/withdraw", WithdrawAsync);

    private static async Task<IResult> WithdrawAsync(Guid id, [FromForm] string? reason, [FromForm] string? word, HttpContext http, WithdrawDesk withdrawals, DocumentPages pages)
    {
        var issues = await withdrawals.ProposeAsync(id, reason?.Trim() ?? "", word?.Trim() ?? "", http.User.StaffId(), http.RequestAborted);
        return issues.Count > 0 ? await pages.ShowAsync(http, id, refusals: issues)
            : await pages.HrefAsync(id, http.RequestAborted) is { } href ? Results.LocalRedirect(href) : Results.NotFound();
    }
}
