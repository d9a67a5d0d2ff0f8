using System.Globalization;
using System.Text;
using IrenPortal.Site.Pdf.Layout;
using IrenPortal.Site.Pdf.Writing;

namespace IrenPortal.Site.Pdf.Painting;

/// <summary>
/// A page while it is painted: what is painted belongs to the element that is open, or to none, and the marks for that go
/// where it changes. Mutable.
/// </summary>
internal sealed class PdfPage(PdfFile file, PdfStructure structure)
{
    private readonly List<int> _annotations = [];
    private PdfElement? _marked;
    private bool _isArtifact;

    /// <summary>Its number among the file's objects.</summary>
    public int Number { get; } = file.Reserve();

    /// <summary>What is painted.</summary>
    public PdfCanvas Canvas { get; } = new();

    /// <summary>What is painted next belongs to an element.</summary>
    public void Mark(PdfElement element)
    {
        if (_marked != element)
        {
            EndMark();
            _marked = element;
            Canvas.BeginMarked(element.Tag, structure.AddPart(element, Number));
        }
    }

    /// <summary>What is painted next only decorates.</summary>
    public void MarkArtifact()
    {
        if (!_isArtifact)
        {
            EndMark();
            _isArtifact = true;
            Canvas.BeginArtifact();
        }
    }

    /// <summary>Lays a link over an area.</summary>
    /// <param name="element">Its element.</param>
    /// <param name="box">Left, top, right and bottom in points from the paper's upper left corner.</param>
    /// <param name="words">What it is, in words.</param>
    /// <param name="target">Its action or destination as the annotation's dictionary has it.</param>
    public void Link(PdfElement element, (double Left, double Top, double Right, double Bottom) box, string words, string target)
    {
        var annotation = file.Reserve();
        var key = structure.AddLink(element, Number, annotation);
        file.Set(annotation, string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/Annot/Subtype/Link/F 4/Rect[{N(box.Left)} {N(Sheet.Height - box.Bottom)} {N(box.Right)} {N(Sheet.Height - box.Top)}]/Border[0 0 0]/P {Number} 0 R/StructParent {key}/Contents {PdfSyntax.Text(words)}{target}>>"));
        _annotations.Add(annotation);
    }

    /// <summary>Writes the page.</summary>
    /// <param name="pages">The number of the tree of pages.</param>
    /// <param name="resources">The number of the dictionary of fonts that all pages share.</param>
    public void Write(int pages, int resources)
    {
        EndMark();
        var content = file.AddStream("", Canvas.Bytes);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {N(Sheet.Width)} {N(Sheet.Height)}]/Resources<</Font {resources} 0 R>>/Contents {content} 0 R/Tabs/S");
        if (structure.KeyOf(Number) is { } key)
        {
            page.Append(CultureInfo.InvariantCulture, $"/StructParents {key}");
        }

        if (_annotations.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"/Annots[{string.Join(' ', _annotations.Select(PdfSyntax.Ref))}]");
        }

        file.Set(Number, page.Append(">>").ToString());
    }

    private void EndMark()
    {
        if (_marked is not null || _isArtifact)
        {
            Canvas.EndMarked();
        }

        (_marked, _isArtifact) = (null, false);
    }

    private static string N(double value) => PdfSyntax.Number(value);
}
