namespace IrenPortal.Site.Pdf.Layout;

/// <summary>What is never parted by a page's end: a line, a row, a chart. Mutable until it is placed.</summary>
internal sealed class PdfBox(double height)
{
    /// <summary>In points.</summary>
    public double Height { get; } = height;

    /// <summary>What it paints, in the order of reading.</summary>
    public List<PdfOp> Ops { get; } = [];

    /// <summary>Space above it; left out at the top of a page.</summary>
    public double Before { get; set; }

    /// <summary>True where it must not be the last on its page.</summary>
    public bool KeepsNext { get; set; }

    /// <summary>What stands above it again where a page begins with it: the head of its table.</summary>
    public PdfBox? Repeat { get; init; }

    /// <summary>Lines along the left of what it stands in, such as a quotation.</summary>
    public IReadOnlyList<double> Rails { get; init; } = [];
}

/// <summary>The boxes of a text in their order, with elements that begin before a box or end after one.</summary>
internal sealed class PdfFlow
{
    private readonly List<PdfOp> _waiting = [];

    /// <summary>From first to last.</summary>
    public List<PdfBox> Boxes { get; } = [];

    /// <summary>Begins an element with the next box.</summary>
    public void Begin(PdfOp op) => _waiting.Add(op);

    /// <summary>Ends the newest element with the last box.</summary>
    public void End()
    {
        if (_waiting.Count > 0 || Boxes.Count == 0)
        {
            _waiting.Add(new EndOp());
        }
        else
        {
            Boxes[^1].Ops.Add(new EndOp());
        }
    }

    /// <summary>Adds a box.</summary>
    public void Add(PdfBox box)
    {
        box.Ops.InsertRange(0, _waiting);
        _waiting.Clear();
        Boxes.Add(box);
    }
}
