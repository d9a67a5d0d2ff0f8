using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data.Alerts;
using IrenPortal.Hosting;
using IrenPortal.Site.Api;
using IrenPortal.Site.Verify;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Alerts.Subscribing;

/// <summary>
/// The addresses of the alerts. No form has a token against forged requests, since no browser brings anything along that one could
/// use: who may do something is in the link, and what is asked without one is confirmed from the mailbox.
/// </summary>
internal static class AlertsEndpoints
{
    private const int LargestForm = 16 * 1024;
    private static readonly JsonSerializerOptions Indented = new(ContentJson.Options) { WriteIndented = true };

    public static void MapAlertForms(this IEndpointRouteBuilder site)
    {
        var forms = site.MapGroup("").ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm)).AddEndpointFilter<ReaderThrottle.Filter<AlertsThrottle>>();
        forms.MapGetOrHead(AlertAddresses.Home, (AlertsPages pages) => pages.FormAsync(AlertsForm.Empty));
        forms.MapPost(AlertAddresses.Home, AskAsync);
        forms.MapGetOrHead(AlertAddresses.Asked, (AlertsPages pages) => pages.NoticeAsync(AlertsNotice.Asked));
        forms.MapGetOrHead(AlertAddresses.Confirm, (string? t, AlertLinks links, Subscriptions people, AlertsPages pages, HttpContext http) =>
            BeforeAsync(AlertLink.Confirm, t, AlertsNotice.Confirm, links, people, pages, http));
        forms.MapPost(AlertAddresses.Confirm, ConfirmAsync);
        forms.MapGetOrHead(AlertAddresses.Preferences, ShowPreferencesAsync);
        forms.MapPost(AlertAddresses.Preferences, SavePreferencesAsync);
        forms.MapGetOrHead(AlertAddresses.Unsubscribe, (string? t, AlertLinks links, Subscriptions people, AlertsPages pages, HttpContext http) =>
            BeforeAsync(AlertLink.Unsubscribe, t, AlertsNotice.Leave, links, people, pages, http));
        forms.MapPost(AlertAddresses.Unsubscribe, UnsubscribeAsync);
        forms.MapGetOrHead(AlertAddresses.Export, ExportAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Subscriptions people, AlertsPages pages)
    {
        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = AlertsForm.Read(await http.Request.ReadFormAsync(http.RequestAborted), await pages.CategoriesAsync());
        if (EmailAddress.Read(form.Address) is not { } address)
        {
            return await pages.FormAsync(form with
            {
                AddressFault = form.Address.Trim().Length == 0 ? "Write the address that mail should go to" : "That is no address that mail can be sent to: write one such as ann@example.com",
            });
        }

        if (!form.IsTrapped)
        {
            await people.AskAsync(address, form.Wishes, http.RequestAborted);
        }

        return new SeeOther(AlertAddresses.Asked);
    }

    private static async Task<IResult> BeforeAsync(AlertLink link, string? token, Func<string, AlertsNotice> notice, AlertLinks links, Subscriptions people, AlertsPages pages, HttpContext http) =>
        links.Read(link, token) is { } id && await people.FindAsync(id, http.RequestAborted) is not null
            ? await pages.NoticeAsync(notice(links.Href(link, id)))
            : await pages.NoticeAsync(AlertsNotice.Ended);

    private static async Task<IResult> ConfirmAsync(string? t, AlertLinks links, Subscriptions people, AlertsPages pages, HttpContext http) =>
        links.Read(AlertLink.Confirm, t) is { } id && await people.ConfirmAsync(id, http.RequestAborted) is not null
            ? new SeeOther(links.Href(AlertLink.Preferences, id) + "&done=confirmed")
            : await pages.NoticeAsync(AlertsNotice.Ended);

    private static async Task<IResult> ShowPreferencesAsync(string? t, string? done, AlertLinks links, Subscriptions people, AlertsPages pages, HttpContext http) =>
        await FindAsync(t, links, people, http) is { } subscriber
            ? await pages.PreferencesAsync(subscriber, done)
            : await pages.NoticeAsync(AlertsNotice.Ended);

    private static async Task<IResult> SavePreferencesAsync(string? t, AlertLinks links, Subscriptions people, AlertsPages pages, HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = AlertsForm.Read(await http.Request.ReadFormAsync(http.RequestAborted), await pages.CategoriesAsync());
        return await FindAsync(t, links, people, http) is { } subscriber && await people.ChangeAsync(subscriber.Id, form.Wishes, http.RequestAborted) is not null
            ? new SeeOther(links.Href(AlertLink.Preferences, subscriber.Id) + "&done=saved")
            : await pages.NoticeAsync(AlertsNotice.Ended);
    }

    // Done by the post alone and answered without a redirect, as mail programs that press it need (RFC 8058, 3.2). A second press is as good.
    private static async Task<IResult> UnsubscribeAsync(string? t, AlertLinks links, Subscriptions people, AlertsPages pages, HttpContext http)
    {
        if (links.Read(AlertLink.Unsubscribe, t) is not { } id)
        {
            return await pages.NoticeAsync(AlertsNotice.Ended);
        }

        await people.ForgetAsync(id, http.RequestAborted);
        return await pages.NoticeAsync(AlertsNotice.Left);
    }

    private static async Task<IResult> ExportAsync(string? t, AlertLinks links, Subscriptions people, AlertsPages pages, HttpContext http)
    {
        if (links.Read(AlertLink.Preferences, t) is not { } id || await people.ExportAsync(id, http.RequestAborted) is not { } data)
        {
            return await pages.NoticeAsync(AlertsNotice.Ended);
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(data, Indented);
    }

    private static async Task<Subscriber?> FindAsync(string? token, AlertLinks links, Subscriptions people, HttpContext http) =>
        links.Read(AlertLink.Preferences, token) is { } id ? await people.FindAsync(id, http.RequestAborted) : null;
}
