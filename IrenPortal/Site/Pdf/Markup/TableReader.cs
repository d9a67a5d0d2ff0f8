using System.Globalization;
using IrenPortal.Site.Pdf.Typesetting;

namespace IrenPortal.Site.Pdf.Markup;

/// <summary>Reads a table: a text's own, or one of figures, whose cells stand right unless they say that they are text.</summary>
internal static class TableReader
{
    /// <summary>The table of an element.</summary>
    /// <param name="table">The element.</param>
    /// <param name="runs">Reads the words of a cell.</param>
    public static TableBlock Read(HtmlNode table, Func<HtmlNode, IReadOnlyList<Run>> runs)
    {
        // The components' own tables have a caption, those of a text have none.
        var figures = table.Children.Exists(c => c.Name == "caption");
        return new TableBlock(Rows("thead"), Rows("tbody"));

        IReadOnlyList<IReadOnlyList<TableCell>> Rows(string part) =>
        [
            .. table.Children.Where(c => c.Name == part).SelectMany(c => c.Children).Where(r => r.Name == "tr")
                .Select(r => (IReadOnlyList<TableCell>)[.. r.Children.Where(c => c.Name is "th" or "td").Select((c, i) => Cell(c, i, r.Is("strong")))]),
        ];

        TableCell Cell(HtmlNode cell, int column, bool strong)
        {
            var words = runs(cell);
            var heads = cell.Name == "th";
            var style = (strong || cell.Is("strong") || (heads && (!figures || cell["scope"] == "col"))) ? RunStyle.Strong : RunStyle.None;
            return new TableCell(
                [.. words.Select(r => r with { Style = r.Style | style })],
                cell.Is("align-right") || (figures && column > 0 && !cell.Is("text")) ? CellSide.Right : cell.Is("align-center") ? CellSide.Middle : CellSide.Left,
                heads,
                int.TryParse(cell["colspan"], NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span : 1);
        }
    }
}
