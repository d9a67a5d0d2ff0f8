using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace IrenPortal.Ui.Charts;

/// <summary>
/// Writes a drawing as inline SVG with classes and attributes only. Curves stand in a stretched inner SVG with strokes that
/// do not scale; all else is placed by percentages, so no text shrinks with the page.
/// </summary>
public static class SvgWriter
{
    private const double StretchWidth = 1000;

    /// <summary>The drawing as one element of role <c>img</c> whose name is <paramref name="label"/>.</summary>
    public static MarkupString Write(Drawing drawing, string label, string @class)
    {
        var svg = new StringBuilder(4096);
        svg.Append(CultureInfo.InvariantCulture, $"""<svg class="{Escape(@class)}" width="100%" height="{Number(drawing.Height)}" role="img" aria-label="{Escape(label)}">""");
        foreach (var mark in drawing.Marks)
        {
            Append(svg, mark, drawing.Height);
        }

        return new MarkupString(svg.Append("</svg>").ToString());
    }

    private static void Append(StringBuilder svg, Mark mark, double height)
    {
        var @class = Escape(mark.Class);
        _ = mark switch
        {
            Rule r => svg.Append(CultureInfo.InvariantCulture, $"""<line class="{@class}" x1="{Share(r.X1)}" y1="{Number(r.Y1)}" x2="{Share(r.X2)}" y2="{Number(r.Y2)}"/>"""),
            Block b => svg.Append(CultureInfo.InvariantCulture, $"""<rect class="{@class}" x="{Share(Math.Min(b.X1, b.X2))}" y="{Number(b.Y)}" width="{Share(Math.Abs(b.X2 - b.X1))}" height="{Number(Math.Max(0, b.Height))}"/>"""),
            Curve c => AppendStretched(svg, @class, PathData(c.Runs), height, " fill=\"none\""),
            Area a => AppendStretched(svg, @class, PathData([[.. a.Upper, .. a.Lower.Reverse()]]) + "Z", height, ""),
            Columns c => AppendStretched(svg, @class, PathData(c), height, ""),
            Candles c => AppendStretched(svg, @class, PathData(c), height, ""),
            Dot d => svg.Append(CultureInfo.InvariantCulture, $"""<circle class="{@class}" cx="{Share(d.X)}" cy="{Number(d.Y)}" r="{Number(d.Radius)}"/>"""),
            Diamond d => svg.Append(CultureInfo.InvariantCulture, $"""<svg class="stretch" x="{Share(d.X)}" y="{Number(d.Y)}"><path class="{@class}" d="M{Number(-d.Radius)} 0L0 {Number(-d.Radius)}L{Number(d.Radius)} 0L0 {Number(d.Radius)}Z"/></svg>"""),
            Stub s => svg.Append(CultureInfo.InvariantCulture, $"""<svg class="stretch" x="{Share(s.X)}" y="{Number(s.Y)}"><line class="{@class}" x1="{Number(s.From)}" x2="{Number(s.To)}"/></svg>"""),
            Words w => AppendWords(svg, w, @class),
            _ => throw new InvalidOperationException($"No way to draw a {mark.GetType().Name}."),
        };
    }

    private static StringBuilder AppendStretched(StringBuilder svg, string @class, string path, double height, string paint) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<svg class="stretch" width="100%" height="{Number(height)}" viewBox="0 0 {StretchWidth} {Number(height)}" preserveAspectRatio="none"><path class="{@class}"{paint} d="{path}"/></svg>""");

    private static string PathData(Columns columns)
    {
        var path = new StringBuilder();
        foreach (var top in columns.Tops)
        {
            path.Append('M').Append(Number((top.X - columns.HalfWidth) * StretchWidth, 2)).Append(' ').Append(Number(columns.Base))
                .Append('V').Append(Number(top.Y)).Append('h').Append(Number(columns.HalfWidth * 2 * StretchWidth, 2)).Append('V').Append(Number(columns.Base)).Append('z');
        }

        return path.ToString();
    }

    private static string PathData(Candles candles)
    {
        var path = new StringBuilder();
        foreach (var c in candles.Bars)
        {
            var (x, top, foot) = (Number(c.X * StretchWidth, 2), Number(Math.Min(c.Open, c.Close)), Number(Math.Max(c.Open, c.Close)));
            path.Append('M').Append(x).Append(' ').Append(Number(c.High)).Append('V').Append(top).Append('M').Append(x).Append(' ').Append(foot).Append('V').Append(Number(c.Low))
                .Append('M').Append(Number((c.X - c.HalfWidth) * StretchWidth, 2)).Append(' ').Append(top).Append('h').Append(Number(c.HalfWidth * 2 * StretchWidth, 2))
                .Append('V').Append(foot).Append('h').Append(Number(c.HalfWidth * -2 * StretchWidth, 2)).Append('z');
        }

        return path.ToString();
    }

    private static StringBuilder AppendWords(StringBuilder svg, Words words, string @class)
    {
        var anchor = words.Anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
        var offset = words.Offset == 0 ? "" : $" dx=\"{Number(words.Offset)}\"";
        return svg.Append(CultureInfo.InvariantCulture, $"""<text class="{@class}" x="{Share(words.X)}" y="{Number(words.Y)}"{offset}{anchor}>{Escape(words.Text)}</text>""");
    }

    private static string PathData(IReadOnlyList<IReadOnlyList<PlotPoint>> runs)
    {
        var path = new StringBuilder();
        foreach (var run in runs)
        {
            for (var i = 0; i < run.Count; i++)
            {
                path.Append(i == 0 ? 'M' : 'L').Append(Number(run[i].X * StretchWidth)).Append(' ').Append(Number(run[i].Y));
            }

            if (run.Count == 1)
            {
                path.Append("h0");
            }
        }

        return path.ToString();
    }

    private static string Share(double share) => Number(share * 100, 3) + "%";

    private static string Number(double value, int digits = 1) =>
        Math.Round(double.IsFinite(value) ? value : 0, digits).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
