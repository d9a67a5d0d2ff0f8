using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Drafting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Review;

/// <summary>What goes out together, and what an approval binds.</summary>
/// <param name="Documents">The document first, then the contracts that are released with it.</param>
/// <param name="Fault">Why it can't be released by itself; null where it can.</param>
public sealed record ReleaseBundle(IReadOnlyList<NewsroomDocument> Documents, string? Fault);

/// <summary>Puts bundles together inside a command's transaction.</summary>
public sealed class ReleaseBundles(DraftVault vault, CompanyOnFile company)
{
    /// <summary>The document with the contracts that name it and were never released.</summary>
    internal async Task<ReleaseBundle> OfAsync(NewsroomDbContext newsroom, NewsroomDocument document, RevisionText text, CancellationToken cancel)
    {
        if (document.Kind is EditionKind.Contract && document.PublishedVersion == 0 && text.Fields["announcement"] is { Length: > 0 } slug)
        {
            var hash = vault.Hash("slug", nameof(EditionKind.Announcement), slug);
            var released = await newsroom.Documents.AnyAsync(d => d.Kind == EditionKind.Announcement && d.SlugHash == hash && d.PublishedVersion > 0, cancel);
            return released ? new([document], null) : new([], $"it is released with the announcement {slug}: release that, or take its name out");
        }

        if (document.Kind is not EditionKind.Announcement || document.PublishedVersion > 0)
        {
            return new([document], null);
        }

        var contracts = await newsroom.WaitingContractsAsync(vault, text.Fields.Slug, cancel);
        return new([document, .. contracts.Select(c => c.Document)], null);
    }

    /// <summary>The release time that the text itself names; null where it goes out when somebody says so.</summary>
    internal async Task<Instant?> OwnTimeAsync(RevisionText text, CancellationToken cancel) => OwnTime(text.Fields, await company.ContextAsync(cancel));

    /// <summary>The release time that a form names.</summary>
    internal static Instant? OwnTime(DraftFields fields, ContentContext context) =>
        fields.Kind is EditionKind.Announcement && fields["status"] == "scheduled"
        && DraftCheck.Run(fields, context with { Now = Instant.MinValue }).Document is AnnouncementDocument { Status: DocumentStatus.Scheduled } announcement ? announcement.ReleaseAt : null;

    /// <summary>
    /// Keyed hash of revisions, files and instant. Revisions are immutable rows and each upload has an id of its own, so ids and
    /// numbers bind texts and files.
    /// </summary>
    /// <param name="newsroom">The command's transaction.</param>
    /// <param name="bundle">What goes out together.</param>
    /// <param name="at">The approved instant; null where somebody says when.</param>
    /// <param name="cancel">Ends the wait.</param>
    internal async Task<string> HashAsync(NewsroomDbContext newsroom, IReadOnlyList<NewsroomDocument> bundle, Instant? at, CancellationToken cancel)
    {
        var ids = bundle.Select(d => d.Id).ToList();
        var files = await newsroom.DraftFiles.Where(f => ids.Contains(f.DocumentId)).Select(f => f.Id).ToListAsync(cancel);
        return vault.Hash(
        [
            "approval",
            at is { } instant ? LedgerChain.Format(instant) : "now",
            .. bundle.Select(d => $"{d.Id:N}/{d.Revision}").Order(StringComparer.Ordinal),
            .. files.Select(f => f.ToString("N")).Order(StringComparer.Ordinal),
        ]);
    }

    /// <summary>The approval of exactly what stands there now, for its instant; null where there is none or it doesn't fit any more.</summary>
    internal async Task<Approval?> ApprovalOfAsync(NewsroomDbContext newsroom, IReadOnlyList<NewsroomDocument> bundle, Instant? at, CancellationToken cancel)
    {
        var (id, revision) = (bundle[0].Id, bundle[0].Revision);
        var approval = await newsroom.Approvals.AsNoTracking().Where(a => a.DocumentId == id && a.Revision == revision).OrderByDescending(a => a.ApprovedAt).FirstOrDefaultAsync(cancel);
        return approval is not null && approval.BoundHash == await HashAsync(newsroom, bundle, at, cancel) ? approval : null;
    }
}
