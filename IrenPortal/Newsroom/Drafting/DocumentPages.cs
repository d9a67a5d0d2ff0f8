using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Identity;
using IrenPortal.Identity.Passkeys;
using IrenPortal.Newsroom.Comments;
using IrenPortal.Newsroom.Compare;
using IrenPortal.Newsroom.Editions;
using IrenPortal.Newsroom.Frame;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Preflight;
using IrenPortal.Newsroom.Review;
using IrenPortal.Newsroom.Scheduling;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>Answers with the page of one document: the editor, the review, or the record, by its state.</summary>
public sealed class DocumentPages(StaffFrames frames, DraftReading reading, DraftChoices choices, DraftHistory history, EditionReading editions, CompareReading comparing, CommentReading comments, InsiderDesk insiders, PreflightReading preflights, FreshTouch touches, CompanyOnFile company, ReleaseRules rules)
{
    /// <summary>The page; the usual 404 where there is no such document.</summary>
    /// <param name="http">Who asks.</param>
    /// <param name="id">The document.</param>
    /// <param name="kind">The kind that the address names; null for any.</param>
    /// <param name="revision">An earlier revision to read; null for the newest.</param>
    /// <param name="refusals">Why the last command was refused.</param>
    /// <param name="posted">What was typed and could not be saved; null for what is stored.</param>
    /// <param name="postedBase">The revision that was edited then.</param>
    /// <param name="words">Words that were refused.</param>
    /// <param name="nearest">Valid release times to choose from, after one that names no instant or two.</param>
    public async Task<IResult> ShowAsync(
        HttpContext http, Guid id, EditionKind? kind = null, int? revision = null, IReadOnlyList<string>? refusals = null, DraftFields? posted = null, int? postedBase = null, RefusedWords? words = null, IReadOnlyList<OffsetDateTime>? nearest = null)
    {
        var cancel = http.RequestAborted;
        var draft = await reading.OpenAsync(id, revision, http.User.StaffId(), cancel);
        if (draft is null || (kind is not null && draft.Line.Kind != kind))
        {
            return Results.NotFound();
        }

        var frame = await frames.ForAsync(http);
        var fields = posted ?? draft.Text.Fields;
        var old = revision is { } number && number != draft.Line.Revision ? number : (int?)null;
        var edited = old is null && draft.Line.State is DocumentState.Draft;
        var context = await company.ContextAsync(cancel);
        var planned = ReleaseBundles.OwnTime(draft.Text.Fields, context);
        var check = posted is null ? draft.Check : DraftCheck.Run(posted, context);
        var view = new DocumentView
        {
            Frame = frame,
            Draft = draft with { Check = check },
            Fields = fields,
            BaseRevision = posted is null ? draft.Line.Revision : postedBase ?? draft.Line.Revision,
            Choices = edited ? await choices.ForAsync(draft.Line.Kind, fields, http.User.StaffId(), cancel) : DraftChoices.NoForm,
            History = await history.RevisionsAsync(id, cancel),
            Published = await history.PublishedAsync(id, cancel),
            Approval = edited || draft.Line.State is DocumentState.InReview ? null : await history.ApprovalAsync(id, old ?? draft.Line.Revision, cancel),
            Editions = await editions.OfAsync(id, http.User.StaffId(), cancel),
            Comments = await comments.OfAsync(id, draft.Text.Fields, http.User.StaffId(), cancel),
            Words = words,
            Insiders = await insiders.ChoicesAsync(id, cancel),
            Planned = planned is { } at ? new PlannedRelease(at, context.Zone) : null,
            Nearest = nearest ?? [],
            Locked = ReleaseLock.Holds(draft.Line.State, draft.Line.ReleaseAt, context.Now),
            AsksForTouch = await touches.HasPasskeyAsync(http.User.StaffId(), cancel),
            SecondPerson = rules.SecondPerson,
            Preflight = edited
                ? await preflights.OfAsync(id, fields, check, draft.Line.IsCorrection, http.User.StaffId(), cancel)
                : PreflightView.None,
            Key = Guid.NewGuid().ToString("N"),
            OldRevision = old,
            Refusals = refusals ?? [],
            ShowAllIssues = refusals is not null,
            Conflict = posted is not null && postedBase != draft.Line.Revision ? ConflictOf(posted, draft, frame) : null,
        };
        return edited ? Page<EditorPage>(view)
            : old is null && draft.Line.IsOpen ? Page<ReviewPage>(view with { Changes = await ChangesAsync(view, http) })
            : Page<RecordPage>(view);
    }

    /// <summary>The page's address; null where there is no such document.</summary>
    public async Task<string?> HrefAsync(Guid id, CancellationToken cancel) =>
        await history.KindAsync(id, cancel) is { } kind ? Desk.HrefOf(kind, id) : null;

    /// <summary>Where two texts differ.</summary>
    public static IReadOnlyList<FieldDifference> Differences(DraftFields mine, DraftFields theirs)
    {
        return
        [
            .. mine.Values.Keys.Union(theirs.Values.Keys, StringComparer.Ordinal)
                .Where(name => mine[name] != theirs[name])
                .Select(name => DifferenceOf(name, FieldLook.LabelOf(mine.Kind, name), mine[name], theirs[name])),
        ];

        static FieldDifference DifferenceOf(string name, string label, string mine, string theirs)
        {
            var (typed, saved) = TextDifference.Words(mine, theirs);
            return new FieldDifference(name, label, typed, saved);
        }
    }

    private async Task<CompareView?> ChangesAsync(DocumentView view, HttpContext http) =>
        await comparing.AgainstAsync(view.Draft, view.Line.Revision, from: null, http.User.StaffId(), http.RequestAborted) is { } comparison
            ? new CompareView(view.Frame, view.Line, comparison, view.History, SideBySide: false)
            : null;

    private static ConflictView ConflictOf(DraftFields mine, OpenedDraft theirs, StaffFrame frame) =>
        new(theirs.Line.Revision, frame.NameOf(theirs.Line.ChangedBy), Differences(mine, theirs.Text.Fields));

    private static RazorComponentResult<TPage> Page<TPage>(DocumentView view)
        where TPage : IComponent =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view })
        {
            StatusCode = view.Conflict is not null ? StatusCodes.Status409Conflict
                : view.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK,
        };
}
