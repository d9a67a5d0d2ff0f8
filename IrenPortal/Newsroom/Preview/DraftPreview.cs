using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting.Answers;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Events;
using IrenPortal.Site.Layout;
using IrenPortal.Site.News;
using IrenPortal.Site.Pages;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Newsroom.Preview;

/// <summary>The reader's very page, made from a draft: the same components, with the draft's files at staff addresses.</summary>
public sealed class DraftPreview(DraftReading reading, ContractOnHand contracts, CompanyOnFile company, SiteMoments moments, DocumentRenderer renderer)
{
    /// <summary>The document; null when there is no such revision.</summary>
    public async Task<Answer?> RenderAsync(Guid id, int? revision, string by, CancellationToken cancel)
    {
        var draft = await reading.OpenAsync(id, revision, by, cancel);
        if (draft is null)
        {
            return null;
        }

        var context = await company.ContextAsync(cancel);
        var moment = await moments.NowAsync();
        var chrome = moment.Chrome with { PlainTitle = "Preview - Newsroom" };
        var html = PreviewAddresses.Put(draft.Text.Html, id);
        return ReadableDraft.Of(draft.Text.Fields, context) switch
        {
            AnnouncementDocument announcement => await renderer.RenderAsync<AnnouncementPage>(new()
            {
                [nameof(AnnouncementPage.View)] = await ViewOfAsync(announcement, html, draft, moment, chrome, by, cancel),
            }),
            ContractDocument contract => await renderer.RenderAsync<ContractSiteDocument>(new()
            {
                [nameof(ContractSiteDocument.Chrome)] = chrome,
                [nameof(ContractSiteDocument.View)] = ContractView.From(
                    contract, Others(moment, contract), moment.AsOf.InZone(context.Zone).Date, Releases(moment, contract), html),
            }),
            PageDocument page => await renderer.RenderAsync<ContentPage>(new() { [nameof(ContentPage.View)] = new ContentPageView(chrome, page, html) }),
            EventDocument entry => await renderer.RenderAsync<EventsPage>(new() { [nameof(EventsPage.View)] = new EventsView(chrome, [new EventView(entry, html) { IsDraft = true }], []) }),
            _ => null,
        };
    }

    private static List<ContractDocument> Others(SiteMoment moment, ContractDocument contract) =>
        [contract, .. moment.Site.Contracts.Select(c => c.Document).Where(c => c.Slug != contract.Slug)];

    private static IEnumerable<LinkedRelease> Releases(SiteMoment moment, ContractDocument contract) => moment.Site.Announcements
        .Where(a => a.Document.Contract == contract.Slug || a.Slug == contract.Announcement)
        .Select(a => new LinkedRelease(a.Moment.DateIn(moment.Site.Zone), a.Document.Headline, a.Slug));

    private async Task<AnnouncementView> ViewOfAsync(
        AnnouncementDocument document, string html, OpenedDraft draft, SiteMoment moment, SiteChrome chrome, string by, CancellationToken cancel)
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
