using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Content;

/// <summary>The field <c>figureSeries</c> of <c>company.yml</c>.</summary>
internal static class FigureSeriesField
{
    private const decimal Most = 1_000_000_000_000;

    /// <summary>Reads and checks the list.</summary>
    public static IReadOnlyList<FigureSeries> Read(FieldReader fields) =>
        fields.MapList("figureSeries", Series, "label", s => s.Label, "keep one, with all values under it");

    private static FigureSeries Series(FieldReader fields)
    {
        var series = new FigureSeries(fields.RequiredText("label"), fields.RequiredText("unit"), fields.Text("note"), fields.MapList("values", Value));
        if (series.Values.Count == 0)
        {
            fields.Fault("values", "has none: write at least one, each on an indented line that begins with `- `");
        }

        if (series.Values.Zip(series.Values.Skip(1)).Any(pair => pair.Second.AsOf < pair.First.AsOf))
        {
            fields.Fault("values", "are not in order of `asOf`: write the oldest first");
        }

        return series;
    }

    private static FigureValue Value(FieldReader fields)
    {
        fields.Require("asOf", "asOf: 2026-06-30");
        return new FigureValue(
            fields.RequiredText("period"), fields.Date("asOf") ?? default, fields.Number("value", -Most, Most), fields.Flag("target"), fields.Text("note"),
            fields.RequiredText("source"), fields.Text("announcement"), fields.Flag("reported"));
    }
}
