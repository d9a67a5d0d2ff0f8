using System.Runtime.InteropServices;

namespace IrenPortal.Ui.Charts;

/// <summary>
/// A picture that stretches with the page while its text keeps its size: positions across are shares of the width (0 the
/// left edge, 1 the right), heights and type are in CSS pixels. Immutable.
/// </summary>
/// <param name="Height">Height in pixels.</param>
/// <param name="LeastWidth">The smallest width in pixels at which labels keep clear of each other.</param>
/// <param name="Marks">What is drawn, from back to front.</param>
public sealed record Drawing(double Height, double LeastWidth, IReadOnlyList<Mark> Marks)
{
    /// <summary>The texts of the drawing, from back to front.</summary>
    public IEnumerable<Words> Texts => Marks.OfType<Words>();
}

/// <summary>One mark of a drawing.</summary>
/// <param name="Class">Style classes; they carry all colour and stroke.</param>
public abstract record Mark(string Class);

/// <summary>A straight line; x as shares of the width, y in pixels.</summary>
public sealed record Rule(double X1, double Y1, double X2, double Y2, string Class) : Mark(Class);

/// <summary>A filled rectangle from <paramref name="X1"/> to <paramref name="X2"/> (shares), its top at <paramref name="Y"/>.</summary>
public sealed record Block(double X1, double X2, double Y, double Height, string Class) : Mark(Class);

/// <summary>A line through points (x share, y pixels); each run is drawn by itself, so that a gap in the data stays a gap.</summary>
public sealed record Curve(IReadOnlyList<IReadOnlyList<PlotPoint>> Runs, string Class) : Mark(Class);

/// <summary>The area between two lines over the same shares, such as the range around an estimate.</summary>
/// <param name="Upper">Its upper edge, from left to right.</param>
/// <param name="Lower">Its lower edge, from left to right.</param>
/// <param name="Class">Style classes.</param>
public sealed record Area(IReadOnlyList<PlotPoint> Upper, IReadOnlyList<PlotPoint> Lower, string Class) : Mark(Class);

/// <summary>Many bars of one width on one base line: each from its point down to <paramref name="Base"/>.</summary>
/// <param name="Tops">The middle of each bar's upper end.</param>
/// <param name="HalfWidth">Half a bar's width as a share of the drawing's.</param>
/// <param name="Base">The base line in pixels.</param>
/// <param name="Class">Style classes.</param>
public sealed record Columns(IReadOnlyList<PlotPoint> Tops, double HalfWidth, double Base, string Class) : Mark(Class);

/// <summary>Candles of one kind: a body from open to close with a line from low to high through it.</summary>
public sealed record Candles(IReadOnlyList<Candle> Bars, string Class) : Mark(Class);

/// <summary>One candle: middle and half its width as shares of the drawing's width, its prices in pixels.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Candle(double X, double HalfWidth, double Open, double High, double Low, double Close);

/// <summary>A point: x as a share of the width, y in pixels.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlotPoint(double X, double Y);

/// <summary>A round mark.</summary>
public sealed record Dot(double X, double Y, double Radius, string Class) : Mark(Class);

/// <summary>A square stood on its corner, for a deal that was closed.</summary>
public sealed record Diamond(double X, double Y, double Radius, string Class) : Mark(Class);

/// <summary>A level line in pixels to both sides of <paramref name="X"/>, for margins that hold no shares of the width.</summary>
public sealed record Stub(double X, double Y, double From, double To, string Class) : Mark(Class);

/// <summary>How a text stands to its position.</summary>
public enum Anchor
{
    /// <summary>It begins there.</summary>
    Start,

    /// <summary>It is centred there.</summary>
    Middle,

    /// <summary>It ends there.</summary>
    End,
}

/// <summary>One line of text.</summary>
/// <param name="X">Share of the width.</param>
/// <param name="Y">Base line in pixels.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Anchor">How the text stands to its position.</param>
/// <param name="Class">Style classes; <c>strong</c> and <c>large</c> also count for its width.</param>
/// <param name="Offset">Pixels to the right of <paramref name="X"/>.</param>
public sealed record Words(double X, double Y, string Text, Anchor Anchor, string Class, double Offset = 0) : Mark(Class)
{
    /// <summary>Type size in pixels, as the style sheet sets it.</summary>
    public double Size => Has("large") ? 24 : 14;

    /// <summary>The box that the text takes in a drawing of this width, in pixels.</summary>
    public Extent ExtentAt(double width)
    {
        var wide = TextWidth.Of(Text, Size, Has("strong") || Has("large"));
        var at = (X * width) + Offset;
        var left = Anchor switch { Anchor.Start => at, Anchor.Middle => at - (wide / 2), _ => at - wide };
        return new Extent(left, Y - (Size * 0.75), left + wide, Y + (Size * 0.22));
    }

    private bool Has(string name) => Class.Split(' ').Contains(name, StringComparer.Ordinal);
}

/// <summary>A box in pixels.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Extent(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Whether two boxes share any area.</summary>
    public bool Overlaps(Extent other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
