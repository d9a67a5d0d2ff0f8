using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;
using IrenPortal.Identity.Passkeys;
using IrenPortal.Identity.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Identity.Account;

/// <summary>Showing again who one is, by password or passkey, within a sign-in that stands.</summary>
internal static class ConfirmEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapConfirm(this IEndpointRouteBuilder open)
    {
        var confirm = open.MapGroup(StaffAddresses.Confirm).RequireAuthorization(StaffPolicies.SignedIn);
        confirm.MapGetOrHead("", ShowAsync);
        confirm.MapPost("", TakePasswordAsync).AddEndpointFilter<GuessingLimits>();
        confirm.MapPost("/passkey/options", OfferAsync).RequireFormToken();
        confirm.MapPost("/passkey", TakePasskeyAsync).AddEndpointFilter<GuessingLimits>();
    }

    private static Task<IResult> ShowAsync(string? returnUrl, HttpContext http, FreshTouch touch, AccountAnswers answers) =>
        FormAsync(returnUrl, http, touch, answers, failed: false);

    private static async Task<IResult> TakePasswordAsync(
        [FromForm] string? password, [FromForm] string? returnUrl,
        HttpContext http, PasswordSignIn signIn, SignInThrottle throttle, FreshTouch touch, StaffCookie cookie, AccountAnswers answers)
    {
        if (!throttle.AdmitsCode(http.User.StaffId()))
        {
            return await answers.TooManyAsync(http, 60);
        }

        return await AnswerAsync(await signIn.FindAsync(http.User.StaffEmail(), password ?? ""), returnUrl, http, touch, cookie, answers);
    }

    private static async Task<IResult> OfferAsync(HttpContext http, PasskeyCeremonies passkeys) =>
        AccountAnswers.Challenge(await passkeys.OfferAsync(For(http)));

    private static async Task<IResult> TakePasskeyAsync(
        [FromForm] string? ticket, [FromForm] string? credential, [FromForm] string? returnUrl,
        HttpContext http, PasskeyCeremonies passkeys, FreshTouch touch, StaffCookie cookie, AccountAnswers answers) =>
        await AnswerAsync(await passkeys.AssertAsync(For(http), ticket, credential, http.RequestAborted), returnUrl, http, touch, cookie, answers);

    private static async Task<IResult> AnswerAsync(PortalUser? user, string? returnUrl, HttpContext http, FreshTouch touch, StaffCookie cookie, AccountAnswers answers)
    {
        if (user?.Id != http.User.StaffId())
        {
            return await FormAsync(returnUrl, http, touch, answers, failed: true);
        }

        await cookie.ConfirmAsync(http, user);
        return Results.LocalRedirect(StaffAddresses.ReturnTo(returnUrl));
    }

    private static async Task<IResult> FormAsync(string? returnUrl, HttpContext http, FreshTouch touch, AccountAnswers answers, bool failed) =>
        await answers.FormAsync<ConfirmPage>(
            company => new AccountForm { CompanyName = company, Email = http.User.StaffEmail(), ReturnUrl = StaffAddresses.ReturnTo(returnUrl), Failed = failed },
            http.RequestAborted,
            ("HasPasskey", await touch.HasPasskeyAsync(http.User.StaffId(), http.RequestAborted)));

    private static ChallengeFor For(HttpContext http) => new("confirm", http.User.StaffId());
}
