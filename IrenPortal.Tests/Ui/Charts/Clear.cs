using IrenPortal.Ui.Charts;

namespace IrenPortal.Tests.Ui.Charts;

/// <summary>Whether a drawing can be read: no text over another, none beyond what its margins hold, at any width from the least.</summary>
internal static class Clear
{
    private static readonly double[] Widenings = [1, 1.15, 1.5, 2.2];

    public static void ShouldBeReadable(this Drawing drawing, double leftMargin = 0, double rightMargin = 0)
    {
        foreach (var width in Widenings.Select(w => w * drawing.LeastWidth))
        {
            var texts = drawing.Texts.Select(t => (t.Text, Box: t.ExtentAt(width))).ToList();
            foreach (var (text, box) in texts)
            {
                box.Left.ShouldBeGreaterThanOrEqualTo(-leftMargin - 2, $"{text} at {width}");
                box.Right.ShouldBeLessThanOrEqualTo(width + rightMargin + 2, $"{text} at {width}");
                box.Top.ShouldBeGreaterThanOrEqualTo(-2, text);
                box.Bottom.ShouldBeLessThanOrEqualTo(drawing.Height + 2, text);
            }

            for (var i = 0; i < texts.Count; i++)
            {
                for (var j = i + 1; j < texts.Count; j++)
                {
                    texts[i].Box.Overlaps(texts[j].Box).ShouldBeFalse($"“{texts[i].Text}” lies over “{texts[j].Text}” at {width}");
                }
            }
        }
    }
}
