using IrenPortal.Newsroom.Drafting;
using IrenPortal.Site.Contracts;
using IrenPortal.Ui;

namespace IrenPortal.Newsroom.Facts;

/// <summary>A contract's figure that a text may quote.</summary>
/// <param name="Key">Its place in the contract's list.</param>
/// <param name="Fact">Its words, as the contract's page prints them.</param>
public sealed record ContractFact(int Key, KeyFact Fact)
{
    /// <summary>The figures of a contract in the order of its page.</summary>
    public static IReadOnlyList<ContractFact> Of(NamedContract contract) =>
        [.. ContractFacts.Quotable(contract.Document, contract.Derived).Select((fact, place) => new ContractFact(place, fact))];

    /// <summary>Inside a sentence: the figure alone.</summary>
    public string Inline => Markdown.Plain(Fact.Figure);

    /// <summary>By itself: a definition, which readers' pages set as a name with its figure under it.</summary>
    public string Block => string.Join('\n', new[] { Fact.Label, ": " + Fact.Figure, Fact.Note is { } note ? ": " + note : null }.OfType<string>().Select(Markdown.Plain)) + "\n";

    /// <summary>A text with this fact after it.</summary>
    public string After(string text) => text.TrimEnd() is { Length: > 0 } before ? before + "\n\n" + Block : Block;
}
