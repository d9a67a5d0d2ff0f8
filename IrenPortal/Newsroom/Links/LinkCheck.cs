using System.Globalization;
using IrenPortal.Content;
using IrenPortal.Content.FrontMatter;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Links;

/// <summary>
/// Looks at every link of a text against what is public and against the text itself, without a request. Of what is not released
/// yet it speaks only to who may open it; to everybody else that is as unknown as a slip of the pen.
/// </summary>
public sealed class LinkCheck(
    SiteMoments moments, PublicAddresses addresses, PublicOrigin origin, IDbContextFactory<PublicDbContext> stores, IDbContextFactory<NewsroomDbContext> newsrooms, DraftVault vault)
{
    // More than anybody mends at once; a text of slips alone must not hold a save up.
    private const int MostFindings = 30;

    private static readonly string[] RowFields = ["sources", "materials"];

    /// <summary>Looks at the links of a form.</summary>
    /// <param name="fields">The form.</param>
    /// <param name="text">Its text, rendered.</param>
    /// <param name="by">For whom.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<LinkReport> RunAsync(DraftFields fields, RenderedMarkdown text, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        var links = LinksOf(fields, text);
        var site = (await moments.NowAsync()).Site;
        var findings = new List<LinkFinding>();
        foreach (var link in links)
        {
            if (findings.Count < MostFindings && await FaultAsync(link.Address, fields, site, newsroom, by, cancel) is { } fault)
            {
                findings.Add(link.With(fault));
            }
        }

        return new LinkReport(links.Count, findings);
    }

    // What the renderer refuses is one of the text's issues already; a file's name stands under the files.
    private static List<PlacedLink> LinksOf(DraftFields fields, RenderedMarkdown text) =>
    [
        .. text.Links.Where(l => !l.Refused && !l.Address.StartsWith("media/", StringComparison.Ordinal))
            .Select(l => new PlacedLink(Line("Line", l.Line), FormShape.Body, l.Address)),
        .. RowFields.SelectMany(name => fields[name].Split('\n').Select((row, place) => (Cells: FormText.Cells(row), place))
            .Where(r => r.Cells.Count > 1)
            .Select(r => new PlacedLink(Line(FieldLook.LabelOf(fields.Kind, name) + ", line", r.place + 1), name, r.Cells[^1]))),
        .. fields["webcast"] is { Length: > 0 } webcast ? [new PlacedLink(FieldLook.LabelOf(fields.Kind, "webcast"), "webcast", webcast)] : Array.Empty<PlacedLink>(),
    ];

    private static string Line(string word, int number) => string.Create(CultureInfo.InvariantCulture, $"{word} {number}");

    private async Task<string?> FaultAsync(string address, DraftFields own, PublishedSite site, NewsroomDbContext newsroom, string by, CancellationToken cancel)
    {
        if (address[0] == '#' || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && origin.Value.IsBaseOf(uri) ? $"the address is this site’s own: write {uri.PathAndQuery}{uri.Fragment}."
            : address.Contains("://", StringComparison.Ordinal) ? OuterLink.FaultOf(address)
            : address[0] != '/' ? $"{address} is read from the page that it stands on: write /{address}."
            : await InnerFaultAsync(address, own, site, newsroom, by, cancel);
    }

    private async Task<string?> InnerFaultAsync(string address, DraftFields own, PublishedSite site, NewsroomDbContext newsroom, string by, CancellationToken cancel)
    {
        var place = InnerPlace.Of(address);
        if (StaffAddresses.Owns(address))
        {
            return $"{address} is an address of the newsroom, which readers can’t open: link the reader’s page.";
        }

        if (place.Kind is not { } kind)
        {
            return await IsThereAsync(place.Name, cancel) ? null : Unknown(address, null);
        }

        if (kind is EditionKind.Page && addresses.Has("/" + place.Name))
        {
            return null;
        }

        var known = KnownOf(kind, site);
        return (kind == own.Kind && place.Name == own.Slug) || known.Contains(place.Name, StringComparer.Ordinal) ? null
            : IsWithdrawn(kind, place.Name, site) ? $"{address} was withdrawn: name what readers should read instead."
            : await IsWaitingAsync(kind, place.Name, newsroom, by, cancel) ? $"{address} is not released yet: readers get “not found” there until it is. Release it first, or leave the link out."
            : Unknown(address, Nearest.To(place.Name, known) is { } meant ? Desk.ReaderHref(kind, meant) : null);
    }

    private static string Unknown(string address, string? meant) =>
        $"readers have nothing at {address}: " + (meant is null ? "look for a slip in the address." : $"write {meant} if that is meant.");

    private static List<string> KnownOf(EditionKind kind, PublishedSite site) => kind switch
    {
        EditionKind.Announcement => [.. site.Announcements.Select(a => a.Slug)],
        EditionKind.Contract => [.. site.Contracts.Select(c => c.Document.Slug)],
        EditionKind.Event => [.. site.Events.Select(e => e.Document.Slug)],
        _ => [.. site.Pages.Select(p => p.Document.Slug)],
    };

    private static bool IsWithdrawn(EditionKind kind, string slug, PublishedSite site) => kind switch
    {
        EditionKind.Announcement => site.WithdrawnAnnouncement(slug) is not null,
        EditionKind.Contract => site.WithdrawnContract(slug) is not null,
        _ => site.WithdrawnPages.Any(p => p.Document.Slug == slug),
    };

    private async Task<bool> IsThereAsync(string path, CancellationToken cancel)
    {
        if (path.Split('/', StringSplitOptions.RemoveEmptyEntries) is not ["files", var id, var name])
        {
            return addresses.Has(path);
        }

        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.Files.AnyAsync(f => f.Id == id && f.Name == name, cancel);
    }

    private Task<bool> IsWaitingAsync(EditionKind kind, string slug, NewsroomDbContext newsroom, string by, CancellationToken cancel)
    {
        var hash = vault.Hash("slug", kind.ToString(), slug);
        return newsroom.OpenTo(by).AnyAsync(d => d.Kind == kind && d.SlugHash == hash && d.PublishedVersion == 0 && d.State != DocumentState.Cancelled, cancel);
    }
}
