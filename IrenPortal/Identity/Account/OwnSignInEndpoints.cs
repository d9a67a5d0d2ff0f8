using IrenPortal.Hosting;
using IrenPortal.Identity.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Identity.Account;

/// <summary>One's own sign-ins, and their end.</summary>
internal static class OwnSignInEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapOwnSignIns(this IEndpointRouteBuilder open)
    {
        var own = open.MapGroup(StaffAddresses.SignIns).RequireAuthorization(StaffPolicies.Staff);
        own.MapGetOrHead("", ShowAsync);
        own.MapPost("/end", EndAsync);
        own.MapPost("/end-all", EndAllAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, OwnSignIns signIns, CompanyOnRecord company, AccountAnswers answers) =>
        await answers.PageAsync<SignInsPage>(
            StatusCodes.Status200OK,
            http.RequestAborted,
            ("SignIns", await signIns.ReadAsync(http.User, http.RequestAborted)),
            ("Zone", (await company.ReadAsync(http.RequestAborted)).Zone));

    private static async Task<IResult> EndAsync([FromForm] Guid? id, HttpContext http, OwnSignIns signIns) =>
        await signIns.EndAsync(http.User.StaffId(), id ?? Guid.Empty, http.RequestAborted)
            ? Results.LocalRedirect(StaffAddresses.SignIns)
            : Results.NotFound();

    private static async Task<IResult> EndAllAsync(IFormCollection form, HttpContext http, OwnSignIns signIns, StaffCookie cookie)
    {
        await signIns.EndAllAsync(http.User.StaffId(), http.RequestAborted);
        await cookie.SignOutAsync(http);
        return Results.LocalRedirect(StaffAddresses.Login);
    }
}
