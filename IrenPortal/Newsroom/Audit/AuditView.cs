using NodaTime;

namespace IrenPortal.Newsroom.Audit;

/// <summary>The thing that an act was done to, by the name it has now; the audit itself holds its id alone.</summary>
/// <param name="Name">For example <c>announcement “Second hall”</c>.</param>
/// <param name="Href">Its staff address; null where it has none.</param>
/// <param name="Document">The document's id; null for anything else.</param>
public sealed record AuditItem(string Name, string? Href = null, Guid? Document = null);

/// <summary>One entry as its page shows it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Who">The person's name.</param>
/// <param name="Did">What was done.</param>
/// <param name="Item">What it was done to.</param>
/// <param name="Hash">The entry's hash.</param>
public sealed record AuditLine(long Number, Instant At, string Who, AuditSentence Did, AuditItem Item, string Hash);

/// <summary>A page of the audit.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Lines">The entries of the page, newest first.</param>
/// <param name="Total">How many fit.</param>
/// <param name="UpTo">The newest entry there is.</param>
/// <param name="Document">The document that is looked for; null where none is or it is unknown.</param>
/// <param name="People">Display names by user id.</param>
public sealed record AuditView(
    AuditQuery Query, IReadOnlyList<AuditLine> Lines, int Total, long UpTo, AuditItem? Document, IReadOnlyDictionary<string, string> People)
{
    /// <summary>How many entries a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>Number of the first line, from 1.</summary>
    public int From => ((Query.Page - 1) * PageSize) + 1;

    /// <summary>Number of the last line.</summary>
    public int To => From + Lines.Count - 1;
}
