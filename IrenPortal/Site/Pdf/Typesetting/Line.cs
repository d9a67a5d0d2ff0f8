namespace IrenPortal.Site.Pdf.Typesetting;

/// <summary>Words of one face and style at their place in a line.</summary>
/// <param name="X">From the line's left end, in points.</param>
/// <param name="Width">In points.</param>
/// <param name="Text">What is drawn.</param>
/// <param name="Face">In which face.</param>
/// <param name="Size">In points.</param>
/// <param name="Run">Where they come from: style and link.</param>
internal sealed record LinePiece(double X, double Width, string Text, PdfFace Face, double Size, Run Run);

/// <summary>One line of type.</summary>
/// <param name="Pieces">From left to right.</param>
/// <param name="Width">Without the space at its end.</param>
internal sealed record Line(IReadOnlyList<LinePiece> Pieces, double Width);
