using IrenPortal.Ui.Charts;

namespace IrenPortal.Site.Contracts;

/// <summary>Bars from zero, all to one scale, with what is missing between two of them as a dotted line.</summary>
public static class ContractFundingDrawing
{
    private const double NameMargin = 184;
    private const double Bar = 40;

    /// <summary>Draws the bars for wide or for narrow pages.</summary>
    public static Drawing Make(ContractFunding funding, bool wide)
    {
        var width = wide ? 976 - NameMargin : 288;
        var most = (double)funding.Bars.Max(b => b.Sum + (b.Rest?.Amount ?? 0));
        var scale = new LinearScale(0, most, 0, 1);
        var marks = new List<Mark>();
        var y = 0d;
        double? above = null;
        foreach (var bar in funding.Bars)
        {
            y = wide ? AddWide(marks, bar, scale, width, y, above) : AddNarrow(marks, bar, scale, width, y, above);
            above = y;
            y += wide ? 24 : 14;
        }

        return new Drawing(y - (wide ? 20 : 10), width, marks);
    }

    private static double AddWide(List<Mark> marks, FundingBar bar, LinearScale scale, double width, double y, double? above)
    {
        marks.Add(new Words(0, y + (bar.Detail is null ? 25 : 16), bar.Name, Anchor.Start, "words strong", -NameMargin));
        if (bar.Detail is not null)
        {
            marks.Add(new Words(0, y + 35, bar.Detail, Anchor.Start, "words muted", -NameMargin));
        }

        var fits = bar.Parts.All(p => TextWidth.Of(p.Label, 14, strong: true) + 16 <= scale.At((double)p.Amount) * width);
        AddParts(marks, bar, scale, y, fits);
        var foot = y + Bar;
        if (!fits)
        {
            var text = string.Join(", ", bar.Parts.Select(p => p.Label));
            var end = scale.At((double)bar.Sum);
            var beside = bar.Rest is null && ((1 - end) * width) - 20 >= TextWidth.Of(text, 14, strong: true);
            marks.Add(beside
                ? new Words(end, y + 25, text, Anchor.Start, "words strong", 12)
                : new Words(0, foot + 18, TextWidth.Fit(text, width, 14, strong: true), Anchor.Start, "words strong"));
            foot += beside ? 0 : 24;
        }

        if (bar.Rest is { } rest)
        {
            var end = scale.At((double)(bar.Sum + rest.Amount));
            var right = (1 - end) * width >= TextWidth.Of(rest.Label, 14, strong: false) + 12;
            marks.Add(new Rule(end, (above ?? y) + 1, end, y + Bar + 4, "press"));
            marks.Add(right
                ? new Words(end, y + 25, rest.Label, Anchor.Start, "words muted", 10)
                : new Words(1, foot + 18, rest.Label, Anchor.End, "words muted"));
            foot += right ? 0 : 24;
        }

        return foot;
    }

    private static double AddNarrow(List<Mark> marks, FundingBar bar, LinearScale scale, double width, double y, double? above)
    {
        marks.Add(new Words(0, y + 14, bar.Name, Anchor.Start, "words strong halo"));
        if (bar.Detail is not null)
        {
            marks.Add(new Words(0, y + 14, bar.Detail, Anchor.Start, "words muted halo", TextWidth.Of(bar.Name, 14, strong: true) + 8));
        }

        var line = y + 14;
        var parts = bar.Rest is null ? bar.Parts : [.. bar.Parts, bar.Rest];
        foreach (var text in parts.SelectMany(p => TextWidth.Wrap(p.Label, width, 14, strong: false)))
        {
            line += 19;
            marks.Add(new Words(0, line, text, Anchor.Start, "words halo"));
        }

        var top = line + 9;
        AddParts(marks, bar, scale, top, inside: false, height: 22);
        if (bar.Rest is { } rest)
        {
            var end = scale.At((double)(bar.Sum + rest.Amount));
            marks.Insert(0, new Rule(end, (above ?? top) + 1, end, top + 24, "press"));
        }

        return top + 22;
    }

    private static void AddParts(List<Mark> marks, FundingBar bar, LinearScale scale, double y, bool inside, double height = Bar)
    {
        var from = 0m;
        foreach (var part in bar.Parts)
        {
            marks.Add(new Block(scale.At((double)from), scale.At((double)(from + part.Amount)), y, height, bar.Value ? "solid" : "band"));
            if (inside)
            {
                marks.Add(new Words(scale.At((double)from), y + 25, part.Label, Anchor.Start, bar.Value ? "words strong on-ink" : "words strong", 10));
            }

            from += part.Amount;
        }
    }
}
