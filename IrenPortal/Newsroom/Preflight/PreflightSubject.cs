using IrenPortal.Content;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Links;

namespace IrenPortal.Newsroom.Preflight;

/// <summary>What the rules look at.</summary>
/// <param name="Fields">The form.</param>
/// <param name="Check">What its check found.</param>
/// <param name="Issues">The same in the editor's words, with what the check of a file can't know.</param>
/// <param name="FirstRelease">True where readers have no edition yet.</param>
/// <param name="Context">The company's zone and the time.</param>
public sealed record PreflightSubject(DraftFields Fields, CheckedDraft Check, IReadOnlyList<DraftIssue> Issues, bool FirstRelease, ContentContext Context)
{
    /// <summary>Files that it attaches or shows.</summary>
    public int FileCount { get; init; }

    /// <summary>Its links.</summary>
    public LinkReport Links { get; init; } = LinkReport.None;

    /// <summary>How the text's figures compare with a contract's; null where it names none that can be read.</summary>
    public FigureReport? Figures { get; init; }
}
