using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Markup;

/// <summary>One block of a text as it stands on paper.</summary>
internal abstract record Block;

/// <summary>A heading; also an entry of the outline.</summary>
internal sealed record HeadingBlock(int Level, IReadOnlyList<Run> Runs, string? Id) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Runs">Its words.</param>
/// <param name="Type">Size and line height.</param>
internal sealed record ParagraphBlock(IReadOnlyList<Run> Runs, TypeSize Type) : Block;

/// <summary>A list; its items are numbered from <paramref name="Start"/>, or have dots where that is null.</summary>
internal sealed record ListBlock(IReadOnlyList<ListEntry> Items, int? Start) : Block;

/// <summary>An item of a list with its name as a link's goal; null for none.</summary>
internal sealed record ListEntry(IReadOnlyList<Block> Blocks, string? Id);

/// <summary>A quotation.</summary>
internal sealed record QuoteBlock(IReadOnlyList<Block> Blocks) : Block;

/// <summary>A notice in a frame.</summary>
internal sealed record NoticeBlock(IReadOnlyList<Block> Blocks) : Block;

/// <summary>What stands further in, such as a definition.</summary>
internal sealed record IndentBlock(IReadOnlyList<Block> Blocks) : Block;

/// <summary>Lines of code.</summary>
internal sealed record CodeBlock(IReadOnlyList<string> Lines) : Block;

/// <summary>A line across.</summary>
internal sealed record RuleBlock : Block;

/// <summary>Figures side by side, each with what it is.</summary>
internal sealed record FactsBlock(IReadOnlyList<Fact> Facts) : Block;

/// <summary>One of them.</summary>
internal sealed record Fact(string Label, string Figure, IReadOnlyList<IReadOnlyList<Run>> Remarks);

/// <summary>A chart by its name.</summary>
internal sealed record ChartBlock(string Name) : Block;

/// <summary>A table.</summary>
/// <param name="Head">Rows that stand on every page again.</param>
/// <param name="Body">The other rows.</param>
internal sealed record TableBlock(IReadOnlyList<IReadOnlyList<TableCell>> Head, IReadOnlyList<IReadOnlyList<TableCell>> Body) : Block;

/// <summary>A cell.</summary>
/// <param name="Runs">Its words.</param>
/// <param name="Side">Where they stand.</param>
/// <param name="IsHead">True where it heads a column or a row.</param>
/// <param name="Span">How many columns it takes.</param>
internal sealed record TableCell(IReadOnlyList<Run> Runs, CellSide Side, bool IsHead, int Span);

/// <summary>Where the words of a cell stand.</summary>
internal enum CellSide
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>At the right.</summary>
    Right,
}
