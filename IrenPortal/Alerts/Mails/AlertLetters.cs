using IrenPortal.Content;
using IrenPortal.Data.Alerts;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Site.Layout;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Alerts.Mails;

/// <summary>Writes the letters, from what readers can read and from nothing else.</summary>
public sealed class AlertLetters(AlertLinks links, PublicOrigin origin)
{
    /// <summary>Asks for the confirmation of a subscription.</summary>
    public Letter Confirmation(Subscriber to, SiteChrome site) => new()
    {
        Subject = $"Please confirm: e-mail alerts of {site.Company.Name}",
        Sender = site.SiteName,
        Opening =
        [
            $"Somebody, probably you, asked to get the news of {site.SiteName} at this address. It begins once you confirm.",
            $"If it wasn’t you, do nothing: no further mail comes, and the address is deleted after {Format.Count(Retention.PendingHours)} hours.",
        ],
        Action = new LetterLink("Confirm this address", Absolute(AlertLink.Confirm, to)),
        SmallPrint = Small(site, []),
    };

    /// <summary>Tells somebody who asked again where their preferences are.</summary>
    public Letter Reminder(Subscriber to, SiteChrome site) => new()
    {
        Subject = $"You get the e-mail alerts of {site.Company.Name} already",
        Sender = site.SiteName,
        Opening = [$"Somebody, probably you, asked to get the news of {site.SiteName} at this address. It gets them already, and nothing was changed.", "Change what you get, or end it, on your page of preferences."],
        Action = new LetterLink("Open your preferences", Absolute(AlertLink.Preferences, to)),
        SmallPrint = Small(site, []),
    };

    /// <summary>A trial that staff asked for.</summary>
    public static Letter Trial(SiteChrome site) => new()
    {
        Subject = $"Trial: e-mail alerts of {site.Company.Name}",
        Sender = site.SiteName,
        Opening = ["This is a trial that somebody in the newsroom asked for. It came the way that alerts come; nothing was published."],
        SmallPrint = Small(site, []),
    };

    /// <summary>Tells of one edition.</summary>
    public Letter Edition(Subscriber to, Edition edition, SiteChrome site) => new()
    {
        Subject = edition.Version == 1 ? edition.Title : $"{Word(edition)}: {edition.Title}",
        Sender = site.SiteName,
        Items = [Item(edition, site)],
        SmallPrint = Small(site, [$"You get this because you asked {site.SiteName} for mail with each release."]),
        FootLinks = Foot(to),
    };

    /// <summary>Tells of a day's editions.</summary>
    public Letter Digest(Subscriber to, IReadOnlyList<Edition> editions, SiteChrome site) => new()
    {
        Subject = editions.Count == 1
            ? $"{site.Company.Name}: {editions[0].Title}"
            : $"{site.Company.Name}: {Format.Plural(editions.Count, "release", "releases")} today",
        Sender = site.SiteName,
        Items = [.. editions.Select(e => Item(e, site))],
        SmallPrint = Small(site, [$"You get this because you asked {site.SiteName} for one mail a day."]),
        FootLinks = Foot(to),
    };

    private static string Word(Edition edition) => edition.Version == 1 ? "Release" : ContentJson.IsWithdrawn(edition.Document) ? "Withdrawn" : "Corrected";

    private static List<string> Small(SiteChrome site, IEnumerable<string> first) =>
    [
        .. first,
        .. site.Company.Demonstration
            ? new[] { $"This site is a demonstration compiled from public facts. It is not {site.Company.Name}’s own site and not investment advice." }
            : [],
    ];

    private LetterItem Item(Edition edition, SiteChrome site)
    {
        var document = System.Text.Json.JsonSerializer.Deserialize<AnnouncementDocument>(edition.Document, ContentJson.Options)!;
        var page = origin.Absolute("/news/" + edition.Slug);
        return new LetterItem(
            $"{Word(edition)} · {edition.Category} · {ReleaseWords.When(document.Moment(), site.Zone)}",
            edition.Title,
            edition.Version == 1 ? [edition.Summary] : [edition.Reason, .. edition.Summary.Length > 0 ? new[] { edition.Summary } : []],
            [
                new LetterLink("Read it", page),
                .. ContentJson.IsWithdrawn(edition.Document) ? Array.Empty<LetterLink>() : [new LetterLink("PDF", page + ".pdf")],
                new LetterLink("Check that it is genuine", origin.Absolute("/verify?sha256=" + edition.Sha256)),
            ]);
    }

    private LetterLink[] Foot(Subscriber to) =>
        [new("Change what you get", Absolute(AlertLink.Preferences, to)), new("Unsubscribe", Absolute(AlertLink.Unsubscribe, to))];

    private string Absolute(AlertLink link, Subscriber to) => origin.Absolute(links.Href(link, to.Id));
}
