using IrenPortal.Data.Alerts;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Published;

namespace IrenPortal.Alerts.Subscribing;

/// <summary>Makes the pages of the alerts.</summary>
public sealed class AlertsPages(SiteMoments moments, DocumentRenderer renderer, AlertLinks links, AlertSettings settings)
{
    /// <summary>The categories that can be chosen.</summary>
    public async Task<IReadOnlyList<string>> CategoriesAsync() => (await moments.NowAsync()).Chrome.Company.Categories;

    /// <summary>The form, empty or with what is wrong.</summary>
    public async Task<IResult> FormAsync(AlertsForm form) => await PageAsync<AlertsPage>(
        form.Issues.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        (nameof(AlertsPage.Form), form), (nameof(AlertsPage.DigestAt), settings.DigestAt));

    /// <summary>What somebody gets.</summary>
    /// <param name="subscriber">Who.</param>
    /// <param name="done">What was done just now: <c>confirmed</c>, <c>saved</c> or nothing.</param>
    public async Task<IResult> PreferencesAsync(Subscriber subscriber, string? done) => await PageAsync<PreferencesPage>(
        StatusCodes.Status200OK,
        (nameof(PreferencesPage.Subscriber), subscriber),
        (nameof(PreferencesPage.Links), links),
        (nameof(PreferencesPage.DigestAt), settings.DigestAt),
        (nameof(PreferencesPage.Done), done switch
        {
            "confirmed" => "Confirmed. You get the next release.",
            "saved" => "Saved.",
            _ => null,
        }));

    /// <summary>A page that says one thing, and may ask for one press.</summary>
    public async Task<IResult> NoticeAsync(AlertsNotice notice) => await PageAsync<NoticePage>(notice.Status, (nameof(NoticePage.Notice), notice));

    private async Task<IResult> PageAsync<TPage>(int status, params IEnumerable<(string Name, object? Value)> parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var all = parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        all["Chrome"] = (await moments.NowAsync()).Chrome;
        return new UncachedPage(await renderer.RenderAsync<TPage>(all, status));
    }
}

/// <summary>A page that says one thing.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Texts">A paragraph each.</param>
public sealed record AlertsNotice(string Title, params IReadOnlyList<string> Texts)
{
    /// <summary>Where the one button posts to; null where there is none.</summary>
    public string? PostTo { get; init; }

    /// <summary>What the button says.</summary>
    public string Button { get; init; } = "";

    /// <summary>The answer's status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>After the form: the same whatever is known of the address.</summary>
    public static AlertsNotice Asked { get; } = new(
        "Look into your mailbox",
        "If mail can be sent to the address, one is on its way. Its link confirms the subscription; if you get our mail already, it leads to your preferences.",
        "Nothing there after a few minutes? Look among the spam, and check how the address is spelt. We send at most three such mails a day to an address.");

    /// <summary>A link that opens nothing.</summary>
    public static AlertsNotice Ended { get; } = new(
        "This link opens nothing any more",
        "The subscription was ended, or its address was never confirmed in time and has been deleted. Subscribe anew if you want our mail.")
    {
        Status = StatusCodes.Status404NotFound,
    };

    /// <summary>After the end of a subscription.</summary>
    public static AlertsNotice Left { get; } = new("You are unsubscribed", "No further mail comes, and everything that was kept of you has been deleted.");

    /// <summary>Before the confirmation, so that a program that opens links confirms nothing.</summary>
    public static AlertsNotice Confirm(string postTo) => new("Confirm your subscription", "One press, and you get our releases at this address.") { PostTo = postTo, Button = "Confirm" };

    /// <summary>Before the end, for the same reason.</summary>
    public static AlertsNotice Leave(string postTo) => new("Unsubscribe", "One press ends all our mail to this address and deletes everything that is kept of you.") { PostTo = postTo, Button = "Unsubscribe and delete" };
}
