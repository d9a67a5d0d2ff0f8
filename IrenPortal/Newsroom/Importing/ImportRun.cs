using System.Globalization;
using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Newsroom.Review;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Importing;

/// <summary>One import, document by document, inside its newsroom transaction.</summary>
internal sealed class ImportRun(
    NewsroomDbContext newsroom,
    DraftDesk drafts,
    DraftMedia media,
    DraftVault vault,
    ReleaseRules rules,
    ContentSet set,
    PublishedState published,
    ContentContext context)
{
    private const string ReplacedByFile = "The text was replaced by a newer file.";
    private readonly List<string> _changes = [];
    private readonly List<string> _refusals = [];
    private readonly List<EditionItem> _items = [];
    private readonly List<PackagedDocument> _packaged = [];
    private readonly List<(Guid Id, int Revision)> _scheduled = [];
    private readonly List<PricesItem> _prices = [];
    private readonly List<ActionsItem> _actions = [];

    public IReadOnlyList<string> Changes => _changes;

    public IReadOnlyList<string> Refusals => _refusals;

    /// <summary>Documents to approve for their own time, where no second person is required.</summary>
    public IReadOnlyList<(Guid Id, int Revision)> Scheduled => _scheduled;

    public bool HasPackage => _items.Count > 0 || _prices.Count > 0 || _actions.Count > 0;

    public ReleasePackage Package(string key) => new(new ReleaseCommand(key, _items, _prices, _actions), _packaged);

    public async Task PlanAsync(CancellationToken cancel)
    {
        if (set.Company is { } company)
        {
            Direct(EditionKind.Company, EditionComposer.CompanySlug, CompanyFile.Write(company), frame => EditionComposer.Company(company, context.Now, frame));
        }

        foreach (var document in set.Contracts)
        {
            var waits = document.Announcement is { } slug && published.Edition(EditionKind.Announcement, slug) is null
                && !set.Announcements.Any(a => a.Slug == slug && a.Status is DocumentStatus.Published);
            await PlanAsync(Incoming.Of(document, waits, AnnouncedOn(document)), cancel);
        }

        foreach (var document in set.Announcements.OrderBy(a => a.ReleaseAt ?? context.Zone.AtStartOfDay(a.ReleaseDate ?? new LocalDate(1998, 1, 1)).ToInstant()))
        {
            await PlanAsync(Incoming.Of(document, context.Now), cancel);
        }

        foreach (var document in set.Events)
        {
            Direct(EditionKind.Event, document.Slug, EventFile.Write(document), frame => EditionComposer.Event(document, RenderedText.Of(MarkdownRenderer.Render(document.Body)), frame));
        }

        foreach (var document in set.Pages)
        {
            await PlanAsync(Incoming.Of(document, context.Now), cancel);
        }

        PlanPrices();
    }

    private void PlanPrices()
    {
        foreach (var file in set.Prices)
        {
            var bars = file.Bars.Select(b => new BarItem(b.Date, b.Open, b.High, b.Low, b.Close, b.Volume)).Except(published.Bars(file.Symbol)).ToList();
            if (bars.Count > 0)
            {
                _prices.Add(new PricesItem(file.Symbol, bars));
                _changes.Add(string.Create(CultureInfo.InvariantCulture, $"prices {file.Symbol}: {bars.Count} new or changed bars"));
            }
        }

        foreach (var file in set.Actions)
        {
            var actions = file.Actions.Select(a => new ActionItem(a.ExDate, a.Kind.ToString(), a.Value)).Except(published.Actions(file.Symbol)).ToList();
            if (actions.Count > 0)
            {
                _actions.Add(new ActionsItem(file.Symbol, actions));
                _changes.Add(string.Create(CultureInfo.InvariantCulture, $"actions {file.Symbol}: {actions.Count} new or changed"));
            }
        }
    }

    // Events, prices and the company's profile have no embargo and no second person.
    private void Direct(EditionKind kind, string slug, string markdown, Func<EditionFrame, EditionItem> compose)
    {
        var before = published.Edition(kind, slug);
        if (before?.Sha256 == LedgerChain.Sha256(markdown))
        {
            return;
        }

        _items.Add(compose(Frame(before, [])));
        _changes.Add($"{(before is null ? "released" : "changed")} {Name(kind)} {slug}");
    }

    private async Task PlanAsync(Incoming incoming, CancellationToken cancel)
    {
        var before = published.Edition(incoming.Kind, incoming.Slug);
        var fields = FormText.Parse(incoming.Kind, incoming.Slug, incoming.Markdown);
        var document = await FindAsync(incoming, cancel);
        if (before is null)
        {
            await PlanNewAsync(incoming, fields, document, cancel);
        }
        else if (incoming.Status is not DocumentStatus.Published)
        {
            _refusals.Add($"{incoming.Kind} {incoming.Slug}: it is published already; write status: published to correct it, or choose another slug");
        }
        else if (!incoming.IsPublishedAs(before))
        {
            await PlanCorrectionAsync(incoming.Reason is null ? incoming.Because(ReplacedByFile) : incoming, before, document, cancel);
        }
    }

    private async Task PlanNewAsync(Incoming incoming, DraftFields fields, NewsroomDocument? document, CancellationToken cancel)
    {
        var known = document is null ? null : await newsroom.NewestTextAsync(vault, document.Id, cancel);
        var release = incoming.Status is DocumentStatus.Published;
        if (known is not null && known.Fields.SameAs(fields) && !release)
        {
            return;
        }

        if (document?.State is DocumentState.Releasing)
        {
            _refusals.Add($"{incoming.Kind} {incoming.Slug}: it is being released; try again in a moment");
            return;
        }

        var rendered = MarkdownRenderer.Render(incoming.Body);
        var check = new CheckedDraft(null, [], rendered);
        if (document is null)
        {
            document = drafts.Add(newsroom, fields, check, StaffGuard.System, context.Now);
        }
        else if (!known!.Fields.SameAs(fields))
        {
            drafts.AddRevision(newsroom, document, fields, check, StaffGuard.System, context.Now);
        }

        var files = Files(incoming, rendered);
        if (release)
        {
            var earlier = PlanEarlier(incoming);
            HandOver(incoming, document, rendered, new EditionFrame(earlier, context.Zone, files));
            _changes.Add($"released {Name(incoming.Kind)} {incoming.Slug}");
            return;
        }

        foreach (var file in files)
        {
            media.Add(newsroom, document.Id, file, StaffGuard.System, context.Now);
        }

        newsroom.Record(context.Now, StaffGuard.System, "draft.imported", document.Id, $"revision {document.Revision}");
        if (incoming.Status is not DocumentStatus.Scheduled)
        {
            _changes.Add($"draft {Name(incoming.Kind)} {document.Id:N}");
            return;
        }

        document.Submit(context.Now);
        var alone = rules.SecondPerson is SecondPersonRule.Optional;
        if (alone)
        {
            _scheduled.Add((document.Id, document.Revision));
        }

        _changes.Add($"scheduled{(alone ? "" : ", waiting for approval")}: {Name(incoming.Kind)} {document.Id:N}");
    }

    // An export brings the texts before each correction; they go out first, under the numbers that they had.
    private int PlanEarlier(Incoming newest)
    {
        var version = 0;
        foreach (var earlier in Earlier(newest.Kind, newest.Slug))
        {
            var rendered = MarkdownRenderer.Render(earlier.Body);
            _items.Add(earlier.Compose(RenderedText.Of(rendered), new EditionFrame(version, context.Zone, Files(earlier, rendered))));
            version++;
        }

        return version;
    }

    private IEnumerable<Incoming> Earlier(EditionKind kind, string slug) => kind switch
    {
        EditionKind.Announcement => set.EarlierAnnouncements.Where(e => e.Slug == slug).OrderBy(e => e.Version).Select(e => Incoming.Of(e.Document, context.Now)),
        EditionKind.Contract => set.EarlierContracts.Where(e => e.Slug == slug).OrderBy(e => e.Version).Select(e => Incoming.Of(e.Document, waits: false, AnnouncedOn(e.Document))),
        _ => set.EarlierPages.Where(e => e.Slug == slug).OrderBy(e => e.Version).Select(e => Incoming.Of(e.Document, context.Now)),
    };

    private Instant AnnouncedOn(ContractDocument contract) => contract.Announced is { } day ? context.Zone.AtStartOfDay(day).ToInstant() : context.Now;

    private async Task PlanCorrectionAsync(Incoming incoming, PublishedEdition before, NewsroomDocument? document, CancellationToken cancel)
    {
        if (document is null || document.PublishedVersion != before.Version)
        {
            _refusals.Add($"{incoming.Kind} {incoming.Slug}: the newsroom does not know version {before.Version}; restart the portal, which adopts it");
            return;
        }

        if (document.State is DocumentState.Releasing or DocumentState.Scheduled)
        {
            _refusals.Add($"{incoming.Kind} {incoming.Slug}: a correction of it is on its way; wait for it or take it back in /admin");
            return;
        }

        var fields = FormText.Parse(incoming.Kind, incoming.Slug, incoming.Markdown);
        var newest = (await newsroom.NewestTextAsync(vault, document.Id, cancel))!;
        if (document.State is DocumentState.InReview && newest.Fields.SameAs(fields))
        {
            return;
        }

        var rendered = MarkdownRenderer.Render(incoming.Body);
        drafts.AddRevision(newsroom, document, fields, new CheckedDraft(null, [], rendered), StaffGuard.System, context.Now);
        var files = Files(incoming, rendered);
        if (rules.SecondPerson is SecondPersonRule.Optional)
        {
            HandOver(incoming, document, rendered, Frame(before, files));
            _changes.Add($"corrected {Name(incoming.Kind)} {incoming.Slug}");
            return;
        }

        foreach (var file in files)
        {
            media.Add(newsroom, document.Id, file, StaffGuard.System, context.Now);
        }

        document.Submit(context.Now);
        newsroom.Record(context.Now, StaffGuard.System, "correction.imported", document.Id, $"revision {document.Revision}");
        _changes.Add($"correction, waiting for approval: {Name(incoming.Kind)} {incoming.Slug}");
    }

    private void HandOver(Incoming incoming, NewsroomDocument document, RenderedMarkdown rendered, EditionFrame frame)
    {
        document.BeginRelease(alone: false, context.Now);
        newsroom.Record(context.Now, StaffGuard.System, "release.begun", document.Id, $"revision {document.Revision}");
        _items.Add(incoming.Compose(RenderedText.Of(rendered), frame));
        _packaged.Add(new PackagedDocument(document.Id, incoming.Kind, incoming.Slug, document.Revision));
    }

    private async Task<NewsroomDocument?> FindAsync(Incoming incoming, CancellationToken cancel)
    {
        var hash = vault.Hash("slug", incoming.Kind.ToString(), incoming.Slug);
        return await newsroom.Documents
            .Where(d => d.Kind == incoming.Kind && d.SlugHash == hash && d.State != DocumentState.Discarded)
            .OrderByDescending(d => d.PublishedVersion)
            .FirstOrDefaultAsync(cancel);
    }

    private List<MediaFile> Files(Incoming incoming, RenderedMarkdown rendered) =>
        [.. incoming.Files.Union(rendered.MediaNames, StringComparer.Ordinal).SelectMany(name => set.Media.Where(m => m.Name == name))];

    private EditionFrame Frame(PublishedEdition? before, IReadOnlyList<MediaFile> files) => new(before?.Version ?? 0, context.Zone, files);

    private static string Name(EditionKind kind) => kind.ToString().ToLowerInvariant();
}
