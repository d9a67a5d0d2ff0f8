using IrenPortal.Hosting;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.Factors;
using IrenPortal.Identity.Passkeys;
using IrenPortal.Identity.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Identity.Account;

/// <summary>One's own second factors: enrolling the first one, and managing them afterwards.</summary>
internal static class FactorEndpoints
{
    private static readonly AccountIssue NoAnswer = new("", "The passkey was not accepted. Try again.");

    /// <summary>Maps them.</summary>
    public static void MapFactors(this IEndpointRouteBuilder open)
    {
        var enrol = open.MapGroup(StaffAddresses.Enrol).RequireAuthorization(StaffPolicies.SignedIn).AddEndpointFilter<FreshSignIn>();
        enrol.MapGetOrHead("", ShowEnrolAsync);
        enrol.MapPost("/code", EnrolCodeAsync).AddEndpointFilter<GuessingLimits>();
        enrol.MapPost("/passkey/options", OfferPasskeyAsync).RequireFormToken();
        enrol.MapPost("/passkey", EnrolPasskeyAsync);

        var own = open.MapGroup(StaffAddresses.Factors).RequireAuthorization(StaffPolicies.Staff);
        own.MapGetOrHead("", ShowFactorsAsync);
        own.MapPost("/recovery", RenewAsync).AddEndpointFilter<FreshSignIn>();
        own.MapPost("/code/remove", RemoveCodeAsync).AddEndpointFilter<FreshSignIn>();
        own.MapPost("/passkeys/remove", RemovePasskeyAsync).AddEndpointFilter<FreshSignIn>();

        open.MapPost("/account/touch", TouchAsync).RequireAuthorization(StaffPolicies.Staff);
    }

    private static Task<IResult> ShowEnrolAsync(HttpContext http, AccountAnswers answers, SealedKeys keys) =>
        EnrolFormAsync(http, answers, keys, CodeKey.Create(), [], "");

    private static async Task<IResult> EnrolFormAsync(HttpContext http, AccountAnswers answers, SealedKeys keys, CodeKey key, IReadOnlyList<AccountIssue> issues, string name)
    {
        var company = await answers.CompanyNameAsync(http.RequestAborted);
        return await answers.FormAsync<EnrolPage>(
            c => new AccountForm { CompanyName = c, Issues = issues, Name = name },
            http.RequestAborted,
            ("First", http.User.IsEnrolling()),
            ("Qr", QrPicture.Of(key.Address(company, http.User.StaffEmail()))),
            ("Key", key.Text),
            ("Offer", keys.Offer(key, http.User.StaffId())));
    }

    private static async Task<IResult> EnrolCodeAsync(
        [FromForm] string? offer, [FromForm] string? code, HttpContext http, SealedKeys keys, StaffFactors factors, SignInThrottle throttle, AccountAnswers answers)
    {
        if (keys.Accept(offer, http.User.StaffId()) is not { } key)
        {
            return Results.LocalRedirect(StaffAddresses.Enrol);
        }

        if (!throttle.AdmitsCode(http.User.StaffId()))
        {
            return await answers.TooManyAsync(http, 60);
        }

        var done = await factors.EnrolCodeAsync(http.User, key, code, http.RequestAborted);
        return done.Done ? await ShownOnceAsync(http, answers, done.Value!) : await EnrolFormAsync(http, answers, keys, key, done.Issues, "");
    }

    private static async Task<IResult> OfferPasskeyAsync(HttpContext http, PasskeyCeremonies passkeys) =>
        AccountAnswers.Challenge(await passkeys.OfferNewAsync(http.User.StaffId(), http.RequestAborted));

    private static async Task<IResult> EnrolPasskeyAsync(
        [FromForm] string? ticket, [FromForm] string? credential, [FromForm] string? name,
        HttpContext http, PasskeyCeremonies passkeys, StaffFactors factors, SealedKeys keys, AccountAnswers answers)
    {
        var userId = http.User.StaffId();
        AccountResult<FreshCodes> done = await passkeys.AttestAsync(userId, ticket, credential) is { } passkey
            ? await factors.EnrolPasskeyAsync(http.User, passkey, name, http.RequestAborted)
            : NoAnswer;
        return done.Done ? await ShownOnceAsync(http, answers, done.Value!) : await EnrolFormAsync(http, answers, keys, CodeKey.Create(), done.Issues, name ?? "");
    }

    private static async Task<IResult> ShowFactorsAsync(string? changed, HttpContext http, StaffFactors factors, CompanyOnRecord company, AccountAnswers answers) =>
        await FactorsAsync(http, factors, company, answers, null, changed is not null);

    private static async Task<IResult> FactorsAsync(HttpContext http, StaffFactors factors, CompanyOnRecord company, AccountAnswers answers, string? issue, bool changed) =>
        await answers.PageAsync<FactorsPage>(
            issue is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            http.RequestAborted,
            ("Own", await factors.ReadAsync(http.User.StaffId(), http.RequestAborted)),
            ("Zone", (await company.ReadAsync(http.RequestAborted)).Zone),
            ("Issue", issue),
            ("Changed", changed));

    // The form makes each of them a post with its token.
    private static async Task<IResult> RenewAsync(IFormCollection form, HttpContext http, StaffFactors factors, CompanyOnRecord company, AccountAnswers answers) =>
        await AnswerAsync(await factors.RenewSpareCodesAsync(http.User.StaffId(), http.RequestAborted), http, factors, company, answers);

    private static async Task<IResult> RemoveCodeAsync(IFormCollection form, HttpContext http, StaffFactors factors, CompanyOnRecord company, AccountAnswers answers) =>
        await AnswerAsync(await factors.RemoveCodeAsync(http.User.StaffId(), http.RequestAborted), http, factors, company, answers);

    private static async Task<IResult> RemovePasskeyAsync([FromForm] string? id, HttpContext http, StaffFactors factors, CompanyOnRecord company, AccountAnswers answers) =>
        await AnswerAsync(await factors.RemovePasskeyAsync(http.User.StaffId(), id, http.RequestAborted), http, factors, company, answers);

    private static async Task<IResult> AnswerAsync(AccountResult<FreshCodes> result, HttpContext http, StaffFactors factors, CompanyOnRecord company, AccountAnswers answers) =>
        result.Done ? await ShownOnceAsync(http, answers, result.Value!) : await FactorsAsync(http, factors, company, answers, result.Issues[0].Sentence, changed: false);

    private static async Task<IResult> ShownOnceAsync(HttpContext http, AccountAnswers answers, FreshCodes fresh) =>
        fresh.Codes.Count > 0
            ? await answers.PageAsync<SpareCodesPage>(StatusCodes.Status200OK, http.RequestAborted, ("Codes", fresh.Codes))
            : Results.LocalRedirect(StaffAddresses.Factors + "?changed");

    private static async Task<IResult> TouchAsync([FromForm] string? purpose, HttpContext http, FreshTouch touch) =>
        purpose is { Length: > 0 and <= FreshTouch.LongestPurpose } && await touch.HasPasskeyAsync(http.User.StaffId(), http.RequestAborted)
            && await touch.OfferAsync(http.User.StaffId(), purpose) is { } offer
            ? Results.Json(offer)
            : Results.BadRequest();
}
