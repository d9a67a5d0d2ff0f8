using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Ui;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>One of the newsroom's desks: the kind of document, its address and its words.</summary>
/// <param name="Kind">What is worked on.</param>
/// <param name="Href">The list's address.</param>
/// <param name="Title">Many of them.</param>
/// <param name="One">One of them, in lower case.</param>
public sealed record Desk(EditionKind Kind, string Href, string Title, string One)
{
    /// <summary>Every desk, in the order of the rail.</summary>
    public static IReadOnlyList<Desk> All { get; } =
    [
        new(EditionKind.Announcement, "/admin/announcements", "Announcements", "announcement"),
        new(EditionKind.Contract, "/admin/contracts", "Contracts", "contract"),
        new(EditionKind.Page, "/admin/pages", "Pages", "page"),
        new(EditionKind.Event, "/admin/events", "Events", "event"),
    ];

    /// <summary>The name of one, to begin a line with.</summary>
    public string Name => char.ToUpperInvariant(One[0]) + One[1..];

    /// <summary>The desk of a kind.</summary>
    public static Desk Of(EditionKind kind) => All.Single(d => d.Kind == kind);

    /// <summary>The staff address of a document.</summary>
    public static string HrefOf(EditionKind kind, Guid id) => $"{Of(kind).Href}/{id:D}";

    /// <summary>The reader's address of a document.</summary>
    public static string ReaderHref(EditionKind kind, string slug) => kind switch
    {
        EditionKind.Announcement => "/news/" + slug,
        EditionKind.Contract => "/contracts/" + slug,
        EditionKind.Event => "/events#" + slug,
        _ => "/" + slug,
    };

    /// <summary>A document's name in lists: its title, or a word where it has none yet.</summary>
    public static string TitleOf(DocumentLine line) => TitleOf(line.Kind, line.Title);

    /// <summary>The same for a title of a kind of document.</summary>
    public static string TitleOf(EditionKind kind, string title) => title.Length > 0 ? title : $"Untitled {Of(kind).One}";

    /// <summary>A state in words.</summary>
    public static string Words(DocumentState state) => state switch
    {
        DocumentState.InReview => "In review",
        DocumentState.Releasing => "Being released",
        DocumentState.ReleasedAlone => "Released alone",
        _ => state.ToString(),
    };

    /// <summary>A state as a mark.</summary>
    public static StateKind Mark(DocumentState state) => state switch
    {
        DocumentState.InReview or DocumentState.Releasing => StateKind.Waiting,
        DocumentState.Approved or DocumentState.Scheduled or DocumentState.Released => StateKind.Good,
        DocumentState.ReleasedAlone => StateKind.Attention,
        DocumentState.Cancelled or DocumentState.Withdrawn => StateKind.Bad,
        _ => StateKind.Neutral,
    };
}
