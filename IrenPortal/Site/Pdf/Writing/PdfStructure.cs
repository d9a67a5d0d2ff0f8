using System.Globalization;
using System.Text;

namespace IrenPortal.Site.Pdf.Writing;

/// <summary>An element of the document's structure, for those who hear it. Mutable until it is written.</summary>
/// <param name="tag">A standard structure type (ISO 32000-1, 14.8.4).</param>
/// <param name="parent">What it stands in; null for the document itself.</param>
internal sealed class PdfElement(string tag, PdfElement? parent)
{
    /// <summary>Its type.</summary>
    public string Tag => tag;

    /// <summary>What it stands in.</summary>
    public PdfElement? Parent => parent;

    /// <summary>Its number, once it is written.</summary>
    public int Number { get; set; }

    /// <summary>Further entries of its dictionary.</summary>
    public string Entries { get; set; } = "";

    /// <summary>What it holds in its order: elements, parts of pages, links.</summary>
    public List<object> Kids { get; } = [];
}

/// <summary>A part of a page that belongs to an element.</summary>
internal sealed record PdfPart(int Page, int Id);

/// <summary>A link that belongs to an element.</summary>
internal sealed record PdfLinkPart(int Page, int Annotation);

/// <summary>The tree of elements and the way back from the parts of pages to it. Mutable, for one document.</summary>
internal sealed class PdfStructure(PdfFile file)
{
    private readonly SortedDictionary<int, string> _parents = [];
    private readonly Dictionary<int, (int Key, List<PdfElement> Elements)> _pages = [];
    private readonly List<(int Key, PdfElement Element)> _links = [];
    private int _keys;

    /// <summary>The document itself.</summary>
    public PdfElement Document { get; } = new("Document", null);

    /// <summary>Gives an element another part of a page and tells the part's number.</summary>
    public int AddPart(PdfElement element, int page)
    {
        if (!_pages.TryGetValue(page, out var parts))
        {
            _pages[page] = parts = (_keys++, []);
        }

        parts.Elements.Add(element);
        element.Kids.Add(new PdfPart(page, parts.Elements.Count - 1));
        return parts.Elements.Count - 1;
    }

    /// <summary>Gives an element a link and tells the key by which the link finds it.</summary>
    public int AddLink(PdfElement element, int page, int annotation)
    {
        element.Kids.Add(new PdfLinkPart(page, annotation));
        _links.Add((_keys, element));
        return _keys++;
    }

    /// <summary>The key by which a page finds its elements; null where it has none.</summary>
    public int? KeyOf(int page) => _pages.TryGetValue(page, out var parts) ? parts.Key : null;

    /// <summary>Writes the tree and tells its root's number.</summary>
    public int Write()
    {
        var root = file.Reserve();
        Number(Document);
        Write(Document, root);
        foreach (var (key, elements) in _pages.Values)
        {
            _parents.Add(key, $"[{string.Join(' ', elements.Select(e => PdfSyntax.Ref(e.Number)))}]");
        }

        foreach (var (key, element) in _links)
        {
            _parents.Add(key, PdfSyntax.Ref(element.Number));
        }

        var back = file.Add($"<</Nums[{string.Join('\n', _parents.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Value}")))}]>>");
        file.Set(root, string.Create(CultureInfo.InvariantCulture, $"<</Type/StructTreeRoot/K {Document.Number} 0 R/ParentTree {back} 0 R/ParentTreeNextKey {_keys}>>"));
        return root;
    }

    private void Number(PdfElement element)
    {
        element.Number = file.Reserve();
        foreach (var kid in element.Kids.OfType<PdfElement>())
        {
            Number(kid);
        }
    }

    private void Write(PdfElement element, int parent)
    {
        var kids = new StringBuilder();
        foreach (var kid in element.Kids)
        {
            _ = kid switch
            {
                PdfPart part => kids.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {part.Page} 0 R/MCID {part.Id}>>"),
                PdfLinkPart link => kids.Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {link.Page} 0 R/Obj {link.Annotation} 0 R>>"),
                _ => kids.Append(CultureInfo.InvariantCulture, $"{((PdfElement)kid).Number} 0 R "),
            };
        }

        file.Set(element.Number, string.Create(CultureInfo.InvariantCulture, $"<</Type/StructElem/S/{element.Tag}/P {parent} 0 R{element.Entries}/K[{kids}]>>"));
        foreach (var kid in element.Kids.OfType<PdfElement>())
        {
            Write(kid, element.Number);
        }
    }
}
