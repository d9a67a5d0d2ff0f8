using System.Globalization;
using System.Text;
using IrenPortal.Site.Pdf.Layout;

namespace IrenPortal.Site.Pdf.Writing;

/// <summary>The outline that readers show beside the pages, one entry a heading. Mutable, for one document.</summary>
internal sealed class PdfOutline(PdfFile file)
{
    private readonly List<Entry> _path = [];
    private readonly Entry _root = new("", 0, 0, 0);

    /// <summary>Adds an entry under the last one of a higher heading.</summary>
    /// <param name="level">The heading's level, from 1.</param>
    /// <param name="title">Its words.</param>
    /// <param name="page">The page's number among the objects.</param>
    /// <param name="y">From the paper's top, in points.</param>
    public void Add(int level, string title, int page, double y)
    {
        _path.RemoveAll(e => e.Level >= level);
        var entry = new Entry(title, level, page, y);
        (_path.Count == 0 ? _root : _path[^1]).Entries.Add(entry);
        _path.Add(entry);
    }

    /// <summary>Writes the outline and tells its number.</summary>
    public int Write()
    {
        Number(_root);
        file.Set(_root.Number, string.Create(CultureInfo.InvariantCulture, $"<</Type/Outlines{Range(_root)}/Count {Count(_root)}>>"));
        Write(_root);
        return _root.Number;
    }

    private void Number(Entry entry)
    {
        entry.Number = file.Reserve();
        entry.Entries.ForEach(Number);
    }

    private void Write(Entry parent)
    {
        for (var i = 0; i < parent.Entries.Count; i++)
        {
            var entry = parent.Entries[i];
            var written = new StringBuilder();
            written.Append(CultureInfo.InvariantCulture, $"<</Title {PdfSyntax.Text(entry.Title)}/Parent {parent.Number} 0 R/Dest[{entry.Page} 0 R/XYZ null {PdfSyntax.Number(Sheet.Height - entry.Y)} null]");
            _ = i > 0 ? written.Append(CultureInfo.InvariantCulture, $"/Prev {parent.Entries[i - 1].Number} 0 R") : written;
            _ = i < parent.Entries.Count - 1 ? written.Append(CultureInfo.InvariantCulture, $"/Next {parent.Entries[i + 1].Number} 0 R") : written;
            _ = entry.Entries.Count > 0 ? written.Append(CultureInfo.InvariantCulture, $"{Range(entry)}/Count {Count(entry)}") : written;
            file.Set(entry.Number, written.Append(">>").ToString());
            Write(entry);
        }
    }

    private static string Range(Entry entry) =>
        entry.Entries.Count == 0 ? "" : $"/First {PdfSyntax.Ref(entry.Entries[0].Number)}/Last {PdfSyntax.Ref(entry.Entries[^1].Number)}";

    private static int Count(Entry entry) => entry.Entries.Count + entry.Entries.Sum(Count);

    private sealed class Entry(string title, int level, int page, double y)
    {
        public string Title => title;

        public int Level => level;

        public int Page => page;

        public double Y => y;

        public int Number { get; set; }

        public List<Entry> Entries { get; } = [];
    }
}
