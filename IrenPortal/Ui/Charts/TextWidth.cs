namespace IrenPortal.Ui.Charts;

/// <summary>How wide a text is in the site's face, Archivo with tabular figures, as measured at weights 400 and 640.</summary>
public static class TextWidth
{
    private static readonly byte[] Regular =
    [
        21, 27, 37, 58, 51, 95, 69, 21, 36, 36, 41, 63, 28, 33, 28, 29, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 30, 30, 63, 63, 63, 58,
        101, 68, 70, 73, 73, 68, 61, 80, 74, 27, 56, 66, 54, 85, 74, 79, 67, 79, 73, 67, 61, 73, 65, 92, 68, 66, 64, 30, 29, 30, 63, 49,
        19, 55, 57, 52, 57, 55, 27, 56, 56, 23, 22, 51, 23, 86, 56, 57, 57, 57, 33, 51, 30, 56, 50, 72, 51, 50, 50, 35, 25, 35, 63,
    ];

    private static readonly byte[] Strong =
    [
        20, 30, 45, 59, 55, 97, 74, 25, 36, 36, 41, 64, 30, 33, 30, 30, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 34, 34, 64, 64, 64, 61,
        100, 72, 71, 73, 73, 68, 61, 80, 74, 29, 59, 71, 58, 86, 74, 79, 68, 79, 72, 67, 63, 73, 68, 96, 69, 69, 64, 34, 30, 34, 64, 51,
        22, 57, 60, 56, 60, 57, 30, 60, 59, 26, 26, 55, 26, 87, 59, 60, 60, 60, 37, 55, 33, 59, 54, 77, 56, 54, 51, 39, 25, 39, 64,
    ];

    /// <summary>The width in pixels of a text at a type size in pixels; a character outside ASCII counts as a wide one.</summary>
    public static double Of(string text, double size, bool strong)
    {
        var table = strong ? Strong : Regular;
        var hundredths = 0;
        foreach (var character in text)
        {
            hundredths += character is >= ' ' and <= '~' ? table[character - ' '] : 64;
        }

        return hundredths * size / 100;
    }

    /// <summary>The text cut at a word so that it fits a width in pixels, with an ellipsis where something went.</summary>
    public static string Fit(string text, double width, double size, bool strong)
    {
        var cut = text;
        while (Of(cut, size, strong) > width && cut.LastIndexOf(' ') is > 0 and var space)
        {
            cut = string.Concat(cut.AsSpan(0, space).TrimEnd(",;:. …"), "…");
            if (cut.Length >= text.Length)
            {
                break;
            }

            text = cut;
        }

        return cut;
    }

    /// <summary>The text broken at words into lines that fit a width in pixels; a word that is too long keeps its own line.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool strong)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Of(lines[^1] + " " + word, size, strong) <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
