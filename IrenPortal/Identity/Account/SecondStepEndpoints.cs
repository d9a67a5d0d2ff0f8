using IrenPortal.Hosting;
using IrenPortal.Identity.Passkeys;
using IrenPortal.Identity.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Identity.Account;

/// <summary>The second step of signing in, and signing in with a passkey, which needs no first.</summary>
internal static class SecondStepEndpoints
{
    private static readonly ChallengeFor SignIn = new("sign-in");

    /// <summary>Maps them.</summary>
    public static void MapSecondStep(this IEndpointRouteBuilder open)
    {
        open.MapGetOrHead(StaffAddresses.Code, ShowCodeAsync);
        open.MapPost(StaffAddresses.Code, TakeCodeAsync).AddEndpointFilter<GuessingLimits>();
        open.MapPost("/account/passkey/options", OfferAsync).RequireFormToken().AddEndpointFilter<GuessingLimits>();
        open.MapPost("/account/passkey", UsePasskeyAsync).AddEndpointFilter<GuessingLimits>();
    }

    private static async Task<IResult> ShowCodeAsync(HttpContext http, SecondStep second, AccountAnswers answers) =>
        second.Read(http) is { } half
            ? await answers.FormAsync<CodePage>(c => new AccountForm { CompanyName = c, ReturnUrl = half.ReturnUrl }, http.RequestAborted)
            : Results.LocalRedirect(StaffAddresses.Login);

    private static async Task<IResult> TakeCodeAsync(
        [FromForm] string? code, HttpContext http, SecondStep second, SignInThrottle throttle, StaffCookie cookie, AccountAnswers answers)
    {
        if (second.Read(http) is not { } half)
        {
            return Results.LocalRedirect(StaffAddresses.Login);
        }

        if (!throttle.AdmitsCode(half.UserId))
        {
            return await answers.TooManyAsync(http, 60);
        }

        if (await second.CompleteAsync(half, code, http.RequestAborted) is not { } user)
        {
            return await answers.FormAsync<CodePage>(c => new AccountForm { CompanyName = c, ReturnUrl = half.ReturnUrl, Failed = true }, http.RequestAborted);
        }

        second.End(http);
        await cookie.SignInAsync(http, user, http.RequestAborted);
        return Results.LocalRedirect(half.ReturnUrl);
    }

    private static async Task<IResult> OfferAsync(PasskeyCeremonies passkeys) =>
        AccountAnswers.Challenge(await passkeys.OfferAsync(SignIn));

    private static async Task<IResult> UsePasskeyAsync(
        [FromForm] string? ticket, [FromForm] string? credential, [FromForm] string? returnUrl,
        HttpContext http, PasskeyCeremonies passkeys, SecondStep second, StaffCookie cookie, AccountAnswers answers)
    {
        if (await passkeys.AssertAsync(SignIn, ticket, credential, http.RequestAborted) is not { } user)
        {
            return await answers.FormAsync<LoginPage>(
                c => new AccountForm { CompanyName = c, ReturnUrl = StaffAddresses.ReturnTo(returnUrl), Failed = true }, http.RequestAborted, ("Passkey", true));
        }

        second.End(http);
        await cookie.SignInAsync(http, user, http.RequestAborted);
        return Results.LocalRedirect(StaffAddresses.ReturnTo(returnUrl));
    }
}
