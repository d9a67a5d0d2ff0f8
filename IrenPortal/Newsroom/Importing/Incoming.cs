using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Releasing;
using NodaTime;

namespace IrenPortal.Newsroom.Importing;

/// <summary>A document of the content set, whatever its kind, on its way in.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Slug">Its address part.</param>
/// <param name="Withdrawn">It takes back what was published.</param>
/// <param name="Status">What the file asks for; contracts and pages have no embargo of their own.</param>
/// <param name="Files">Names of attachments.</param>
/// <param name="Body">Its Markdown.</param>
/// <param name="Reason">Why it corrects, where the file says so.</param>
/// <param name="Markdown">The document in canonical import format.</param>
/// <param name="Compose">Makes its edition.</param>
/// <param name="Because">The same with a reason.</param>
internal sealed record Incoming(
    EditionKind Kind,
    string Slug,
    bool Withdrawn,
    DocumentStatus Status,
    IReadOnlyList<string> Files,
    string Body,
    string? Reason,
    string Markdown,
    Func<RenderedText, EditionFrame, EditionItem> Compose,
    Func<string?, Incoming> Because)
{
    /// <summary>True where it goes straight to readers.</summary>
    public bool IsReleased => Status is DocumentStatus.Published or DocumentStatus.Withdrawn;

    public static Incoming Of(AnnouncementDocument d, Instant now) => new(
        EditionKind.Announcement, d.Slug, d.Status is DocumentStatus.Withdrawn, d.Status, d.Files, d.Body, d.Reason, AnnouncementFile.Write(d),
        (text, frame) => EditionComposer.Announcement(d, text, now, frame), reason => Of(d with { Reason = reason }, now));

    /// <summary>A contract; it waits in the newsroom while its announcement does.</summary>
    public static Incoming Of(ContractDocument d, bool waits, Instant at) => new(
        EditionKind.Contract, d.Slug, d.Withdrawn, waits ? DocumentStatus.Draft : DocumentStatus.Published, [], d.Body, d.Reason, ContractFile.Write(d),
        (text, frame) => EditionComposer.Contract(d, text, at, frame), reason => Of(d with { Reason = reason }, waits, at));

    public static Incoming Of(PageDocument d, Instant now) => new(
        EditionKind.Page, d.Slug, d.Withdrawn, DocumentStatus.Published, [], d.Body, d.Reason, PageFile.Write(d),
        (text, frame) => EditionComposer.Page(d, text, now, frame), reason => Of(d with { Reason = reason }, now));

    /// <summary>True when readers have exactly this; a file that gives no reason is compared as if it gave the published one.</summary>
    public bool IsPublishedAs(PublishedEdition edition) =>
        edition.Sha256 == LedgerChain.Sha256(Reason is null && edition.Reason.Length > 0 ? Because(edition.Reason).Markdown : Markdown);
}
