namespace IrenPortal.Newsroom.Links;

/// <summary>What a look at a text's links found.</summary>
/// <param name="Count">How many links there are.</param>
/// <param name="Findings">Those to put right, in the order of the text.</param>
public sealed record LinkReport(int Count, IReadOnlyList<LinkFinding> Findings)
{
    /// <summary>A text without links.</summary>
    public static LinkReport None { get; } = new(0, []);
}

/// <summary>A link to put right.</summary>
/// <param name="Place">Where it stands: <c>Line 12</c>, <c>Sources, line 2</c>.</param>
/// <param name="Field">The form's field.</param>
/// <param name="Sentence">What is wrong and what to write instead.</param>
public sealed record LinkFinding(string Place, string Field, string Sentence);

/// <summary>A link and where it stands.</summary>
/// <param name="Place">The place in words.</param>
/// <param name="Field">The form's field.</param>
/// <param name="Address">The address as written.</param>
internal sealed record PlacedLink(string Place, string Field, string Address)
{
    /// <summary>The finding about it.</summary>
    public LinkFinding With(string sentence) => new(Place, Field, sentence);
}
