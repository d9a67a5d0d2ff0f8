using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace IrenPortal.Identity.Account;

/// <summary>The addresses of set-up, sign-in and one's own account: static forms, each post with its form token.</summary>
public static class AccountEndpoints
{
    private const int LargestForm = 16 * 1024;

    /// <summary>Maps them.</summary>
    public static void MapAccount(this IEndpointRouteBuilder endpoints)
    {
        var open = endpoints.MapGroup("").WithMetadata(new RequestSizeLimitAttribute(LargestForm)).ExcludeFromDescription();
        open.MapGetOrHead(StaffAddresses.Login, ShowLogin);
        open.MapPost(StaffAddresses.Login, LogInAsync).AddEndpointFilter<GuessingLimits>();
        open.MapPost("/account/logout", LogOutAsync);
        open.MapGetOrHead("/setup", ShowSetupAsync);
        open.MapPost("/setup", SetUpAsync).AddEndpointFilter<GuessingLimits>();
        open.MapGetOrHead("/account/link", ShowLinkAsync);
        open.MapPost("/account/link", UseLinkAsync).AddEndpointFilter<GuessingLimits>();

        open.MapSecondStep();
        open.MapFactors();
        open.MapConfirm();
        open.MapOwnSignIns();

        var own = open.MapGroup("/account").RequireAuthorization(StaffPolicies.Staff);
        own.MapGetOrHead("", ShowAccountAsync);
        own.MapGetOrHead("/password", ShowPasswordAsync);
        own.MapPost("/password", ChangePasswordAsync).AddEndpointFilter<GuessingLimits>();
        own.MapGetOrHead("/session", ShowSession);
        own.MapPost("/keep-alive", ShowSession).RequireFormToken();
    }

    private static async Task<IResult> ShowLogin(string? returnUrl, HttpContext http, AccountAnswers answers) =>
        http.User.Identity is { IsAuthenticated: true }
            ? Results.LocalRedirect(StaffAddresses.ReturnTo(returnUrl))
            : await answers.FormAsync<LoginPage>(c => new AccountForm { CompanyName = c, ReturnUrl = StaffAddresses.ReturnTo(returnUrl) }, http.RequestAborted);

    private static async Task<IResult> LogInAsync(
        [FromForm] string? email, [FromForm] string? password, [FromForm] string? returnUrl,
        HttpContext http, PasswordSignIn signIn, SignInThrottle throttle, SignInSteps steps, AccountAnswers answers)
    {
        if (!throttle.Admits(email ?? ""))
        {
            return await answers.TooManyAsync(http, 60);
        }

        var user = await signIn.FindAsync(email ?? "", password ?? "");
        if (user is null)
        {
            return await answers.FormAsync<LoginPage>(
                c => new AccountForm { CompanyName = c, Email = email ?? "", ReturnUrl = StaffAddresses.ReturnTo(returnUrl), Failed = true }, http.RequestAborted);
        }

        return await steps.GoOnAsync(http, user, StaffAddresses.ReturnTo(returnUrl));
    }

    // The parameter makes it a form, which brings the check of its token.
    private static async Task<IResult> LogOutAsync(IFormCollection form, HttpContext http, StaffCookie cookie)
    {
        await cookie.SignOutAsync(http);
        return Results.LocalRedirect(StaffAddresses.Login);
    }

    private static async Task<IResult> ShowSetupAsync(string? token, HttpContext http, SetupLink link, AccountAnswers answers) =>
        await link.AdmitsAsync(token, http.RequestAborted)
            ? await answers.FormAsync<SetupPage>(c => new AccountForm { CompanyName = c, Token = token! }, http.RequestAborted)
            : Results.NotFound();

    private static async Task<IResult> SetUpAsync(
        [FromForm] string? token, [FromForm] string? name, [FromForm] string? email, [FromForm] string? password,
        HttpContext http, SetupLink link, PasswordLinks passwords, StaffCookie cookie, AccountAnswers answers)
    {
        if (!await link.AdmitsAsync(token, http.RequestAborted))
        {
            return Results.NotFound();
        }

        var made = await passwords.SetUpAsync(name, email, password, http.RequestAborted);
        if (!made.Done)
        {
            return await answers.FormAsync<SetupPage>(
                c => new AccountForm { CompanyName = c, Token = token!, Name = name ?? "", Email = email ?? "", Issues = made.Issues }, http.RequestAborted);
        }

        link.Void();
        await cookie.SignInAsync(http, made.Value!, http.RequestAborted);
        return Results.LocalRedirect(StaffAddresses.Home);
    }

    private static async Task<IResult> ShowLinkAsync(string? token, HttpContext http, PasswordLinks passwords, AccountAnswers answers) =>
        await passwords.FindAsync(token, http.RequestAborted) is { } owner
            ? await LinkFormAsync(owner, token!, owner.DisplayName, [], answers, http.RequestAborted)
            : await answers.EndedLinkAsync(http);

    private static async Task<IResult> UseLinkAsync(
        [FromForm] string? token, [FromForm] string? name, [FromForm] string? password,
        HttpContext http, PasswordLinks passwords, SignInSteps steps, AccountAnswers answers)
    {
        var set = await passwords.UseAsync(token, name, password, http.RequestAborted);
        if (!set.Done)
        {
            return await passwords.FindAsync(token, http.RequestAborted) is { } owner
                ? await LinkFormAsync(owner, token!, name ?? "", set.Issues, answers, http.RequestAborted)
                : await answers.EndedLinkAsync(http);
        }

        return await steps.GoOnAsync(http, set.Value!, StaffAddresses.Home);
    }

    private static Task<IResult> LinkFormAsync(PortalUser owner, string token, string name, IReadOnlyList<AccountIssue> issues, AccountAnswers answers, CancellationToken cancel) =>
        answers.FormAsync<LinkPage>(
            c => new AccountForm { CompanyName = c, Token = token, Email = owner.Email!, Name = name, Issues = issues },
            cancel,
            ("AsksName", owner.DisplayName.Length == 0));

    private static Task<IResult> ShowAccountAsync(string? changed, HttpContext http, AccountAnswers answers) =>
        answers.PageAsync<OverviewPage>(
            StatusCodes.Status200OK,
            http.RequestAborted,
            ("Name", http.User.StaffName()),
            ("Email", http.User.StaffEmail()),
            ("Role", http.User.StaffRole()),
            ("PasswordChanged", changed is not null));

    private static Task<IResult> ShowPasswordAsync(HttpContext http, AccountAnswers answers) =>
        answers.FormAsync<PasswordPage>(c => new AccountForm { CompanyName = c, Email = http.User.StaffEmail() }, http.RequestAborted);

    private static async Task<IResult> ChangePasswordAsync(
        [FromForm] string? current, [FromForm] string? password,
        HttpContext http, PasswordLinks passwords, SignInThrottle throttle, StaffCookie cookie, AccountAnswers answers)
    {
        if (!throttle.AdmitsCode(http.User.StaffId()))
        {
            return await answers.TooManyAsync(http, 60);
        }

        var changed = await passwords.ChangeAsync(http.User.StaffId(), current, password, http.RequestAborted);
        if (!changed.Done)
        {
            return await answers.FormAsync<PasswordPage>(c => new AccountForm { CompanyName = c, Email = http.User.StaffEmail(), Issues = changed.Issues }, http.RequestAborted);
        }

        // The new stamp has ended every sign-in; this browser's goes on under it.
        await cookie.SignInAsync(http, changed.Value!, http.RequestAborted);
        return Results.LocalRedirect("/account?changed");
    }

    private static async Task<IResult> ShowSession(HttpContext http, StaffSessions sessions)
    {
        var ticket = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var end = sessions.EndOf(http.User, StaffCookieEvents.LastSeen(ticket.Properties!));
        return Results.Json(new { endsAt = InstantPattern.ExtendedIso.Format(end) });
    }
}
