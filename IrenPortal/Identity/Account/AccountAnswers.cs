using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IrenPortal.Identity.Account;

/// <summary>Account pages as answers.</summary>
internal sealed class AccountAnswers(CompanyOnRecord company)
{
    /// <summary>The company's short name.</summary>
    public async Task<string> CompanyNameAsync(CancellationToken cancel) => (await company.ReadAsync(cancel)).Name;

    /// <summary>A form, first shown or with what is wrong with it.</summary>
    public async Task<IResult> FormAsync<TPage>(Func<string, AccountForm> form, CancellationToken cancel, params (string Name, object? Value)[] more)
        where TPage : IComponent
    {
        var shown = form((await company.ReadAsync(cancel)).Name);
        return Page<TPage>(shown.Status, [("Form", shown), .. more]);
    }

    /// <summary>A page of any other kind.</summary>
    public async Task<IResult> PageAsync<TPage>(int status, CancellationToken cancel, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var name = (await company.ReadAsync(cancel)).Name;
        return Page<TPage>(status, [("CompanyName", name), .. parameters]);
    }

    /// <summary>Too many tries, or too many at once.</summary>
    public Task<IResult> TooManyAsync(HttpContext context, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return PageAsync<MessagePage>(
            StatusCodes.Status429TooManyRequests,
            context.RequestAborted,
            ("Title", "Too many attempts"),
            ("Sentence", "Wait a minute, then try again."));
    }

    /// <summary>A challenge for a passkey; 429 where far too many wait.</summary>
    public static IResult Challenge(JsonObject? offer) => offer is null ? Results.StatusCode(StatusCodes.Status429TooManyRequests) : Results.Json(offer);

    /// <summary>A link that sets no password (any more), whatever the cause.</summary>
    public Task<IResult> EndedLinkAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return PageAsync<MessagePage>(
            StatusCodes.Status404NotFound,
            context.RequestAborted,
            ("Title", "This link has ended"),
            ("Sentence", "It was used, replaced by a newer one, or is too old. Ask an administrator for a new link."));
    }

    private static RazorComponentResult<TPage> Page<TPage>(int status, (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        new(parameters.ToDictionary(p => p.Name, p => p.Value)) { StatusCode = status };
}
