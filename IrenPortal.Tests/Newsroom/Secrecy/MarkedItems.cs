using System.Text;
using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Identity;
using IrenPortal.Newsroom;
using IrenPortal.Newsroom.Comments;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Editions;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Prices;
using IrenPortal.Newsroom.Review;
using IrenPortal.Tests.Content;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom.Secrecy;

/// <summary>
/// Thirty unreleased things of every kind, each full of words that are nowhere else, with files and a picture, and commented on in such
/// words: ten drafts, ten scheduled, ten that were scheduled and given up; and a correction and a withdrawal of something that readers
/// have, and prices that wait for a yes.
/// </summary>
internal sealed class MarkedItems
{
    /// <summary>How every mark begins.</summary>
    public const string Mark = "zqmark";

    private readonly List<string> _marks = [];
    private readonly List<(EditionKind Kind, string Slug)> _slugs = [];
    private readonly List<string> _fileIds = [];
    private int _next;

    /// <summary>Every mark that was written.</summary>
    public IReadOnlyList<string> Marks => _marks;

    /// <summary>The addresses that the things will have.</summary>
    public IReadOnlyList<(EditionKind Kind, string Slug)> Slugs => _slugs;

    /// <summary>Ids of documents and of their files, as somebody who saw them might try them.</summary>
    public IReadOnlyList<string> Ids => _fileIds;

    /// <summary>Fills a newsroom; nobody may release alone there but the portal's operator who allowed it.</summary>
    public static async Task<MarkedItems> WriteAsync(TestPortal portal)
    {
        var items = new MarkedItems();
        var by = await StaffBrowser.AddAccountAsync(portal, "marks@staff.example", StaffRoles.Editor);
        EditionKind[] kinds = [EditionKind.Announcement, EditionKind.Contract, EditionKind.Page, EditionKind.Event];
        for (var i = 0; i < 10; i++)
        {
            await items.DraftAsync(portal, kinds[i % kinds.Length], by, valid: false);
            await items.ScheduleAsync(portal, by);
            var gone = await items.ScheduleAsync(portal, by);
            (await portal.Services.GetRequiredService<DraftDesk>().CancelAsync(gone, by, default)).ShouldBeTrue();
        }

        await items.CorrectAsync(portal, by);
        await items.WithdrawAsync(portal, by);
        await ProposeAsync(portal, by);
        return items;
    }

    private string NewMark()
    {
        var mark = $"{Mark}{_next++:d4}";
        _marks.Add(mark);
        return mark;
    }

    private async Task<Guid> ScheduleAsync(TestPortal portal, string by)
    {
        var id = await DraftAsync(portal, EditionKind.Announcement, by, valid: true);
        (await portal.Services.GetRequiredService<ReviewDesk>().SubmitAsync(id, 2, null, by, default)).ShouldBeEmpty();
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        var zone = (await portal.Services.GetRequiredService<CompanyOnFile>().ContextAsync(default)).Zone;
        var text = (await newsroom.NewestTextAsync(portal.Services.GetRequiredService<DraftVault>(), id, default))!;
        var typed = (await portal.Services.GetRequiredService<ReleaseBundles>().OwnTimeAsync(text, default))!.Value.InZone(zone).TimeOfDay.ToString("HH:mm", null);
        (await portal.Services.GetRequiredService<ApprovalDesk>().ApproveAsync(id, 2, typed, by, default)).ShouldBeEmpty();
        (await newsroom.Documents.SingleAsync(d => d.Id == id)).State.ShouldBe(DocumentState.Scheduled);
        return id;
    }

    private async Task<Guid> DraftAsync(TestPortal portal, EditionKind kind, string by, bool valid)
    {
        var desk = portal.Services.GetRequiredService<DraftDesk>();
        var media = portal.Services.GetRequiredService<DraftMedia>();
        var id = await desk.CreateAsync(kind, by, default);
        var (csv, text) = (NewMark() + ".csv", NewMark() + ".txt");
        (await media.AddAsync(id, new MediaFile(csv, "text/csv", Encoding.UTF8.GetBytes($"a,{NewMark()}\n")), by, default)).ShouldBeNull();
        (await media.AddAsync(id, new MediaFile(NewMark() + ".png", "image/png", SamplePng.Of(SamplePng.Chunk("PLTE", Encoding.UTF8.GetBytes(NewMark())))), by, default)).ShouldBeNull();
        (await media.AddAsync(id, new MediaFile(text, "text/plain", Encoding.UTF8.GetBytes(NewMark())), by, default)).ShouldBeNull();
        var fields = FormShape.Of(kind).Aggregate(DraftFields.Empty(kind), (f, field) => Filled(f, field, valid));
        fields = fields.With(FormShape.Body, $"## {NewMark()}\n\n{(valid ? NewMark() : $"[{NewMark()}](media:{text})")} and {NewMark()}.\n\n| {NewMark()} |\n|---|\n| {NewMark()} |\n");
        if (kind is EditionKind.Announcement)
        {
            fields = fields.With("category", "AI Cloud").With("files", $"{csv}\n{text}");
            fields = valid ? fields.With("status", "scheduled").With("releaseAt", "2026-10-01T10:00:00-04:00").With("featured", "true") : fields;
        }

        var slug = NewMark() + "-address";
        _slugs.Add((kind, slug));
        var saved = await desk.SaveAsync(id, 1, fields.With("slug", slug).Values, by, default);
        saved.Outcome.ShouldBe(SaveOutcome.Saved);
        (await portal.Services.GetRequiredService<CommentDesk>().AddAsync(id, 2, CommentPlace.Whole, quote: "", NewMark(), by, default)).ShouldBeNull();
        _fileIds.Add(id.ToString("N"));
        _fileIds.AddRange((await media.ListAsync(id, default)).Select(f => f.Id.ToString("N")));
        return id;
    }

    // What is scheduled has to be right; a draft may hold anything anywhere.
    private DraftFields Filled(DraftFields fields, FormField field, bool valid) => field.Shape switch
    {
        FieldShape.Text when field.Name is "slug" or "zone" or "contract" or "announcement" or DraftFields.Reason && valid => fields,
        FieldShape.Text => fields.With(field.Name, NewMark()),
        FieldShape.Typed when valid => fields,
        FieldShape.Typed => fields.With(field.Name, NewMark()),
        FieldShape.List when field.Name == "files" => fields,
        FieldShape.List => fields.With(field.Name, $"{NewMark()}\n{NewMark()}"),
        _ when field.Name == "sources" => fields.With(field.Name, $"{NewMark()} | https://example.com/{NewMark()}"),
        _ when valid => fields,
        _ => fields.With(field.Name, string.Join(" | ", field.Columns.Select(_ => NewMark()))),
    };

    private async Task CorrectAsync(TestPortal portal, string by)
    {
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        var released = await newsroom.Documents.FirstAsync(d => d.Kind == EditionKind.Announcement && d.State == DocumentState.Released);
        var desk = portal.Services.GetRequiredService<DraftDesk>();
        (await desk.CorrectAsync(released.Id, NewMark(), by, default)).ShouldBeTrue();
        var draft = await portal.Services.GetRequiredService<DraftReading>().OpenAsync(released.Id, null, by, default);
        var marked = draft!.Text.Fields.With("headline", NewMark()).With(FormShape.Body, NewMark());
        (await desk.SaveAsync(released.Id, draft.Line.Revision, marked.Values, by, default)).Outcome.ShouldBe(SaveOutcome.Saved);
    }

    private async Task WithdrawAsync(TestPortal portal, string by)
    {
        await using var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync();
        var released = await newsroom.Documents.FirstAsync(d => d.Kind == EditionKind.Announcement && d.State == DocumentState.Released);
        (await portal.Services.GetRequiredService<WithdrawDesk>().ProposeAsync(released.Id, NewMark(), WithdrawDesk.Word, by, default)).ShouldBeEmpty();
    }

    private static async Task ProposeAsync(TestPortal portal, string by)
    {
        var files = new PriceFiles("IREN", new PriceText("rows.csv", "Date,Close\n2025-11-03,987654.25\n"), null);
        var (plan, _) = await portal.Services.GetRequiredService<PricePlanner>().ReadAsync(files, default);
        await portal.Services.GetRequiredService<PriceDesk>().ProposeAsync(plan!, new PriceSender(PriceOrigin.Person, "rows.csv", by), default);
    }
}
