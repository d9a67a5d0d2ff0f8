using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Market.Calendar;
using IrenPortal.Newsroom.Drafting;
using NodaTime;

namespace IrenPortal.Newsroom.Releasing;

/// <summary>Turns documents into what the gate publishes. Pure: the same document and instant give the same item.</summary>
public static class EditionComposer
{
    /// <summary>Slug of the one company profile.</summary>
    public const string CompanySlug = "company";

    /// <summary>An announcement's edition; one without a release time of its own gets <paramref name="releasedAt"/>.</summary>
    public static EditionItem Announcement(AnnouncementDocument draft, RenderedText text, Instant releasedAt, EditionFrame frame)
    {
        var document = draft.Status is DocumentStatus.Published or DocumentStatus.Withdrawn
            ? draft
            : draft with { Status = DocumentStatus.Published, Timing = ReleaseTiming.Exact, ReleaseAt = releasedAt, ReleaseDate = null, Zone = null };
        var moment = document.ReleaseAt is { } exact ? ReleaseMoment.At(exact) : ReleaseMoment.On(document.ReleaseDate!.Value, document.Timing);
        var instant = moment.FirstInstant(frame.Zone);
        return new EditionItem(
            EditionKind.Announcement,
            document.Slug,
            frame.BaseVersion,
            document.Headline,
            document.Summary,
            document.Category,
            document.Contract ?? "",
            instant,
            instant,
            instant.InZone(frame.Zone).Year,
            document.Featured,
            document.Tags,
            string.Join('\n', [document.Headline, document.Summary, document.Category, .. document.Tags, text.PlainText]),
            AnnouncementFile.Write(document),
            text.Html,
            JsonSerializer.Serialize(document, ContentJson.Options),
            document.Reason ?? "",
            [.. frame.Files.Select(f => new FileItem(f.Name, f.ContentType, f.Bytes.ToArray(), document.Files.Contains(f.Name, StringComparer.Ordinal)))]);
    }

    /// <summary>A contract's edition.</summary>
    public static EditionItem Contract(ContractDocument document, RenderedText text, Instant now, EditionFrame frame) => Plain(
        EditionKind.Contract, document.Slug, document.Title, "", now, document, ContractFile.Write(document), text, frame,
        string.Join('\n', [document.Title, document.Counterparty, document.Hardware, document.Site, .. Terms(document), text.PlainText]), document.Reason);

    /// <summary>A page's edition.</summary>
    public static EditionItem Page(PageDocument document, RenderedText text, Instant now, EditionFrame frame) => Plain(
        EditionKind.Page, document.Slug, document.Title, document.Summary ?? "", now, document, PageFile.Write(document), text, frame,
        string.Join('\n', document.Title, document.Summary, text.PlainText), document.Reason);

    /// <summary>An event's edition, dated by its start.</summary>
    public static EditionItem Event(EventDocument document, RenderedText text, EditionFrame frame) => Plain(
        EditionKind.Event, document.Slug, document.Title, "", document.StartsAt ?? frame.Zone.AtStartOfDay(document.StartDate!.Value).ToInstant(),
        document, EventFile.Write(document), text, frame, string.Join('\n', document.Title, document.Place, text.PlainText), document.Reason);

    /// <summary>The company profile's edition.</summary>
    public static EditionItem Company(CompanyProfile document, Instant now, EditionFrame frame) => Plain(
        EditionKind.Company, CompanySlug, document.Name, "", now, document, CompanyFile.Write(document), new RenderedText("", ""), frame, "");

    // What a contract's page shows beside its text, so that it is found by its figures too.
    private static IEnumerable<string?> Terms(ContractDocument document) =>
    [
        Words(document.TotalValue), Words(document.AnnualRunRate), document.TermNote, document.PrepaymentNote, document.Termination,
        document.PrepaymentPercent is { } percent ? FormattableString.Invariant($"{percent}%") : null,
        document.ItLoadMegawatts is { } megawatts ? FormattableString.Invariant($"{megawatts} MW") : null,
        .. document.RelatedSpend.Select(s => $"{s.Counterparty} {Words(s.Amount)} {s.What}"),
        .. document.Phases.Select(p => FormattableString.Invariant($"{p.Name} {p.Status} {p.DateText}")),
    ];

    private static string? Words(Money? money) => money is null ? null : FormattableString.Invariant($"{money.Amount} {money.Currency}");

    private static EditionItem Plain<TDocument>(
        EditionKind kind, string slug, string title, string summary, Instant at, TDocument document, string markdown, RenderedText text, EditionFrame frame, string searchText, string? reason = null) => new(
        kind, slug, frame.BaseVersion, title, summary, "", "", at, null, at.InZone(frame.Zone).Year, false, [], searchText, markdown, text.Html,
        JsonSerializer.Serialize(document, ContentJson.Options), reason ?? "",
        [.. frame.Files.Select(f => new FileItem(f.Name, f.ContentType, f.Bytes.ToArray(), false))]);
}

/// <summary>A body rendered on save.</summary>
/// <param name="Html">Safe HTML with <c>media:NAME</c> placeholders.</param>
/// <param name="PlainText">The words.</param>
public sealed record RenderedText(string Html, string PlainText)
{
    /// <summary>What a revision holds.</summary>
    public static RenderedText Of(RevisionText text) => new(text.Html, text.PlainText);

    /// <summary>What the renderer gave.</summary>
    public static RenderedText Of(RenderedMarkdown rendered) => new(rendered.Html, rendered.PlainText);
}

/// <summary>What an edition needs besides its document.</summary>
/// <param name="BaseVersion">The published version that it follows, 0 for none.</param>
/// <param name="Zone">The company's zone.</param>
/// <param name="Files">Files that it attaches or shows.</param>
public sealed record EditionFrame(int BaseVersion, DateTimeZone Zone, IReadOnlyList<MediaFile> Files);
