using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Frame;

namespace IrenPortal.Newsroom.Compare;

/// <summary>What the comparison of two revisions shows.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Line">The document.</param>
/// <param name="Comparison">The differences.</param>
/// <param name="History">Saves to choose from, newest first.</param>
/// <param name="SideBySide">Two columns instead of one.</param>
public sealed record CompareView(StaffFrame Frame, DocumentLine Line, Comparison Comparison, IReadOnlyList<RevisionLine> History, bool SideBySide)
{
    /// <summary>The value of <c>view</c> for two columns.</summary>
    public const string Side = "side";

    /// <summary>The value of <c>view</c> for one column.</summary>
    public const string Inline = "inline";

    /// <summary>The document's desk.</summary>
    public Desk Desk => Desk.Of(Line.Kind);

    /// <summary>The page of comparisons.</summary>
    public string Href => Desk.HrefOf(Line.Kind, Line.Id) + "/compare";

    /// <summary>The same comparison, shown so.</summary>
    public string HrefAs(string view) => $"{Href}?from={Comparison.From}&to={Comparison.To}&view={view}";
}
