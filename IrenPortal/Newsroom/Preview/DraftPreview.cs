using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting.Answers;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Events;
using IrenPortal.Site.Layout;
using IrenPortal.Site.News;
using IrenPortal.Site.Pages;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Newsroom.Preview;

/// <summary>The reader's very page, made from a draft: the same components, with the draft's files at staff addresses.</summary>
public sealed class DraftPreview(DraftReading reading, ContractOnHand contracts, PublishedEditions editions, CompanyOnFile company, SiteMoments moments, DocumentRenderer renderer)
{
    /// <summary>The document; null when there is no such revision.</summary>
    /// <param name="id">The document.</param>
    /// <param name="revision">The revision; null for the newest.</param>
    /// <param name="marked">Whether the page says above everything that it is no reader's page.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<Answer?> RenderAsync(Guid id, int? revision, bool marked, string by, CancellationToken cancel)
    {
        var draft = await reading.OpenAsync(id, revision, by, cancel);
        if (draft is null)
        {
            return null;
        }

        var context = await company.ContextAsync(cancel);
        var moment = await moments.NowAsync();
        var chrome = moment.Chrome with
        {
            PlainTitle = "Preview - Newsroom",
            Notice = marked ? FormattableString.Invariant($"Preview of revision {revision ?? draft.Line.Revision}, for staff only. {(draft.Line.State.IsPublic() ? "" : "Readers don’t have it.")}").TrimEnd() : null,
        };
        var standing = await StandingAsync(draft, moment);
        var html = PreviewAddresses.Put(draft.Text.Html, id);
        return ReadableDraft.Of(draft.Text.Fields, context) switch
        {
            AnnouncementDocument announcement => await renderer.RenderAsync<AnnouncementPage>(new()
            {
                [nameof(AnnouncementPage.View)] = await ViewOfAsync(announcement, html, draft, standing, moment, chrome, by, cancel),
            }),
            ContractDocument contract => await renderer.RenderAsync<ContractSiteDocument>(new()
            {
                [nameof(ContractSiteDocument.Chrome)] = chrome,
                [nameof(ContractSiteDocument.View)] = ContractView.From(
                    contract, Others(moment, contract), moment.AsOf.InZone(context.Zone).Date, Releases(moment, contract), html) with { Standing = standing },
            }),
            PageDocument page => await renderer.RenderAsync<ContentPage>(new() { [nameof(ContentPage.View)] = new ContentPageView(chrome, page, html) { Standing = standing } }),
            EventDocument entry => await renderer.RenderAsync<EventsPage>(new() { [nameof(EventsPage.View)] = new EventsView(chrome, [new EventView(entry, html) { IsDraft = true }], []) }),
            _ => null,
        };
    }

    // A correction is read with its notice, as readers will find it; before it come those that readers have.
    private async Task<EditionStanding> StandingAsync(OpenedDraft draft, SiteMoment moment)
    {
        var (line, fields) = (draft.Line, draft.Text.Fields);
        var href = Desk.ReaderHref(line.Kind, line.Slug);
        var before = line.PublishedVersion == 0 ? [] : (await editions.ReadAsync(line.Kind, line.Slug, href, long.MaxValue, version: null))?.Standing.Corrections ?? [];
        var reason = fields[DraftFields.Reason] is { Length: > 0 } given ? given : "No reason yet.";
        return new EditionStanding(href, 0, 0, line.IsCorrection ? [.. before, new Correction(line.PublishedVersion + 1, moment.AsOf, reason, fields.IsWithdrawal)] : before);
    }

    private static List<ContractDocument> Others(SiteMoment moment, ContractDocument contract) =>
        [contract, .. moment.Site.Contracts.Select(c => c.Document).Where(c => c.Slug != contract.Slug)];

    private static IEnumerable<LinkedRelease> Releases(SiteMoment moment, ContractDocument contract) => moment.Site.Announcements
        .Where(a => a.Document.Contract == contract.Slug || a.Slug == contract.Announcement)
        .Select(a => new LinkedRelease(a.Moment.DateIn(moment.Site.Zone), a.Document.Headline, a.Slug));

    private async Task<AnnouncementView> ViewOfAsync(
        AnnouncementDocument document, string html, OpenedDraft draft, EditionStanding standing, SiteMoment moment, SiteChrome chrome, string by, CancellationToken cancel)
    {
        // A contract that is released with the announcement stands beside it in the preview too.
        var named = document.Contract is { } slug ? await contracts.FindAsync(slug, by, cancel) : null;
        return new AnnouncementView
        {
            Chrome = chrome,
            Document = Released(document, draft, moment) is { } at ? document with { ReleaseAt = at } : document,
            BodyHtml = html,
            Contract = named?.Document,
            Derived = named?.Derived ?? [],
            Corrections = standing.Corrections,
            Files = [.. document.Files.Select(name => AttachedOf(name, draft))],
            Reaction = moment.Site.ReactionPanelOf(document),
        };
    }

    // What went out when somebody said so names no time itself; readers see the one at which it did.
    private static Instant? Released(AnnouncementDocument document, OpenedDraft draft, SiteMoment moment) =>
        document is { ReleaseAt: null, ReleaseDate: null } && draft.Line.State.IsPublic()
            ? moment.Site.Announcements.FirstOrDefault(a => a.Slug == draft.Line.Slug)?.Document.ReleaseAt
            : null;

    private static AttachedFile AttachedOf(string name, OpenedDraft draft) =>
        new(name, PreviewAddresses.Of(draft.Line.Id, name), draft.Files.FirstOrDefault(f => f.Name == name)?.Length ?? 0, "");
}

/// <summary>Staff addresses in the place of <c>media:NAME</c>.</summary>
internal static class PreviewAddresses
{
    private const string Placeholder = "\"media:";

    public static string Of(Guid document, string name) => $"/admin/drafts/{document:D}/files/{name}";

    public static string Put(string html, Guid document) => html.Replace(Placeholder, "\"" + Of(document, ""), StringComparison.Ordinal);
}
