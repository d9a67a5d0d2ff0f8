using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Newsroom.Review;
using IrenPortal.Newsroom.Scheduling;
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
    ImportPackage package,
    ContentContext context)
{
    private const string ReplacedByFile = "The text was replaced by a newer file.";
    private readonly List<string> _changes = [];
    private readonly List<string> _refusals = [];
    private readonly List<(Guid Id, int Revision)> _scheduled = [];

    public IReadOnlyList<string> Changes => _changes;

    public IReadOnlyList<string> Refusals => _refusals;

    /// <summary>Documents to approve for their own time, where no second person is required.</summary>
    public IReadOnlyList<(Guid Id, int Revision)> Scheduled => _scheduled;

    public async Task PlanAsync(CancellationToken cancel)
    {
        if (set.Company is { } company)
        {
            Direct(EditionKind.Company, EditionComposer.CompanySlug, CompanyFile.Write(company), frame => EditionComposer.Company(company, context.Now, frame));
        }

        foreach (var document in set.Contracts)
        {
            var waits = document.Announcement is { } slug && published.Edition(EditionKind.Announcement, slug) is null
                && !set.Announcements.Any(a => a.Slug == slug && a.Status is DocumentStatus.Published or DocumentStatus.Withdrawn);
            await PlanAsync(Incoming.Of(document, waits, EarlierTexts.AnnouncedOn(document, context)), cancel);
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
    }

    // Events and the company's profile have no embargo and no second person.
    private void Direct(EditionKind kind, string slug, string markdown, Func<EditionFrame, EditionItem> compose)
    {
        var before = published.Edition(kind, slug);
        if (before?.Sha256 == LedgerChain.Sha256(markdown))
        {
            return;
        }

        package.Add(compose(package.Frame(before?.Version ?? 0, [])));
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
        else if (!incoming.IsReleased)
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
        var release = incoming.IsReleased;
        if (incoming.Withdrawn && !package.HasEarlier(incoming))
        {
            _refusals.Add($"{incoming.Kind} {incoming.Slug}: nothing of it was published that could be withdrawn; take the file out, or add its earlier editions");
            return;
        }

        if (known is not null && known.Fields.SameAs(fields) && !release)
        {
            return;
        }

        if (document is not null && (document.State is DocumentState.Releasing || ReleaseLock.Holds(document, context.Now)))
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

        if (release)
        {
            var earlier = package.AddEarlier(incoming);
            package.HandOver(incoming, document, rendered, earlier);
            _changes.Add($"released {Name(incoming.Kind)} {incoming.Slug}");
            return;
        }

        AddFiles(incoming, document, rendered);

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

    private async Task PlanCorrectionAsync(Incoming incoming, PublishedEdition before, NewsroomDocument? document, CancellationToken cancel)
    {
        if (document is null || document.PublishedVersion != before.Version)
        {
            _refusals.Add($"{incoming.Kind} {incoming.Slug}: the newsroom does not know version {before.Version}; restart the portal, which adopts it");
            return;
        }

        if (document.State is DocumentState.Releasing or DocumentState.Approved or DocumentState.Scheduled)
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
        if (rules.SecondPerson is SecondPersonRule.Optional)
        {
            package.HandOver(incoming, document, rendered, before.Version);
            _changes.Add($"corrected {Name(incoming.Kind)} {incoming.Slug}");
            return;
        }

        AddFiles(incoming, document, rendered);

        document.Submit(context.Now);
        newsroom.Record(context.Now, StaffGuard.System, "correction.imported", document.Id, $"revision {document.Revision}");
        _changes.Add($"correction, waiting for approval: {Name(incoming.Kind)} {incoming.Slug}");
    }

    // Files of what waits lie with its draft.
    private void AddFiles(Incoming incoming, NewsroomDocument document, RenderedMarkdown rendered)
    {
        foreach (var file in package.Files(incoming, rendered))
        {
            media.Add(newsroom, document.Id, file, StaffGuard.System, context.Now);
        }
    }

    private async Task<NewsroomDocument?> FindAsync(Incoming incoming, CancellationToken cancel)
    {
        var hash = vault.Hash("slug", incoming.Kind.ToString(), incoming.Slug);
        return await newsroom.Documents
            .Where(d => d.Kind == incoming.Kind && d.SlugHash == hash && d.State != DocumentState.Cancelled)
            .OrderByDescending(d => d.PublishedVersion)
            .FirstOrDefaultAsync(cancel);
    }

    private static string Name(EditionKind kind) => kind.ToString().ToLowerInvariant();
}
