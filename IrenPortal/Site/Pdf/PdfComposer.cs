using System.Globalization;
using System.Text;
using IrenPortal.Site.Pdf.Layout;
using IrenPortal.Site.Pdf.Painting;
using IrenPortal.Site.Pdf.Writing;

namespace IrenPortal.Site.Pdf;

/// <summary>Composes a PDF: lays out, paints, writes. Pure: no clock, no chance, no culture.</summary>
internal static class PdfComposer
{
    private const string Language = "en";

    /// <summary>The file.</summary>
    public static byte[] Compose(PdfContent content)
    {
        var sheets = Pagination.Of(new BlockLayout(content.Charts).Run(content.Blocks));
        var file = new PdfFile();
        var (catalog, info, tree, fontList) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var (structure, fonts, outline) = (new PdfStructure(file), new PdfFonts(file), new PdfOutline(file));
        var pages = sheets.Select(_ => new PdfPage(file, structure)).ToList();
        var painter = new PdfPainter(structure, fonts, outline, pages, Goals(sheets));
        for (var i = 0; i < pages.Count; i++)
        {
            painter.Paint(pages[i], sheets[i], PageFrame.Of(content, i + 1, pages.Count));
            pages[i].Write(tree, fontList);
        }

        fonts.Write();
        file.Set(fontList, fonts.Resources);
        file.Set(tree, string.Create(CultureInfo.InvariantCulture, $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select(p => PdfSyntax.Ref(p.Number)))}]>>"));
        var date = content.Created.ToString("uuuuMMddHHmmss", CultureInfo.InvariantCulture);
        file.Set(info, $"<</Title {PdfSyntax.Text(content.Title)}/Author {PdfSyntax.Text(content.Author)}/Subject {PdfSyntax.Text(content.Subject)}/Creator {PdfSyntax.Text(content.Brand)}/CreationDate(D:{date}Z)/ModDate(D:{date}Z)>>");
        var metadata = file.AddStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(PdfMetadata.Of(content, Language)), packed: false);
        file.Set(catalog, string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/Catalog/Pages {tree} 0 R/Lang({Language})/MarkInfo<</Marked true>>/StructTreeRoot {structure.Write()} 0 R/Outlines {outline.Write()} 0 R/PageMode/UseOutlines/ViewerPreferences<</DisplayDocTitle true>>/Metadata {metadata} 0 R>>"));
        return file.Write(catalog, info, content.Sha256[..32]);
    }

    private static Dictionary<string, PdfGoal> Goals(IReadOnlyList<IReadOnlyList<PlacedBox>> pages)
    {
        var goals = new Dictionary<string, PdfGoal>(StringComparer.Ordinal);
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var placed in pages[page])
            {
                foreach (var goal in placed.Box.Ops.OfType<GoalOp>())
                {
                    goals.TryAdd(goal.Id, new PdfGoal(page, placed.Y - 6));
                }
            }
        }

        return goals;
    }
}
