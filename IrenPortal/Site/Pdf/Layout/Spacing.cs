using IrenPortal.Site.Pdf.Markup;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Layout;

/// <summary>The space between blocks, in points.</summary>
internal static class Spacing
{
    /// <summary>Around what stands apart from running text, such as a table.</summary>
    public const double Spread = 9;

    /// <summary>The space between a block and the one above it.</summary>
    public static double Between(Block? above, Block block) =>
        Math.Max(Above(block), above is TableBlock or NoticeBlock or FactsBlock ? Spread : 0);

    private static double Above(Block block) => block switch
    {
        HeadingBlock { Level: 1 } => 8,
        HeadingBlock { Level: 2 } => 18,
        HeadingBlock => 12,
        ParagraphBlock { Type: var type } when type == TypeSize.Small => 4,
        ParagraphBlock { Type: var type } when type == TypeSize.Lead => 8,
        ParagraphBlock or ListBlock or IndentBlock => 6,
        _ => 10,
    };
}
