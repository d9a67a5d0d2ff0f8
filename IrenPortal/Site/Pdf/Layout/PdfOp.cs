using IrenPortal.Site.Pdf.Typesetting;
using IrenPortal.Site.Pdf.Writing;

namespace IrenPortal.Site.Pdf.Layout;

/// <summary>One thing that is painted or told about what is painted; positions in points from the corner of its box.</summary>
internal abstract record PdfOp;

/// <summary>A line of type.</summary>
/// <param name="X">Left end.</param>
/// <param name="Y">Top of the line.</param>
/// <param name="Type">Its size and height.</param>
/// <param name="Line">Its words.</param>
internal sealed record LineOp(double X, double Y, TypeSize Type, Line Line) : PdfOp;

/// <summary>A straight line that only decorates.</summary>
internal sealed record StrokeOp(double X1, double Y1, double X2, double Y2, double Width, PdfColor Color) : PdfOp;

/// <summary>An area that only decorates; without a fill it is a frame.</summary>
internal sealed record AreaOp(double X, double Y, double Width, double Height, PdfColor Color, bool IsFrame) : PdfOp;

/// <summary>A chart.</summary>
internal sealed record ChartOp(double X, double Y, double Width, PdfChart Chart) : PdfOp;

/// <summary>Several together, moved.</summary>
internal sealed record GroupOp(double X, double Y, IReadOnlyList<PdfOp> Ops) : PdfOp;

/// <summary>An element of the document's structure begins.</summary>
/// <param name="Tag">A standard structure type (ISO 32000-1, 14.8.4).</param>
/// <param name="Scope">Of a head cell: Column or Row; null for anything else.</param>
/// <param name="Span">Of a cell: how many columns it takes.</param>
/// <param name="IsNumbered">Of a list: whether its items have numbers.</param>
internal sealed record BeginOp(string Tag, string? Scope = null, int Span = 1, bool IsNumbered = false) : PdfOp;

/// <summary>The newest open element ends.</summary>
internal sealed record EndOp : PdfOp;

/// <summary>What links in the text can lead to.</summary>
internal sealed record GoalOp(string Id) : PdfOp;

/// <summary>An entry of the outline.</summary>
internal sealed record OutlineOp(int Level, string Title) : PdfOp;
