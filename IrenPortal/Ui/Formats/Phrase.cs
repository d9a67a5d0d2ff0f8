using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace IrenPortal.Ui.Formats;

/// <summary>
/// Puts values into the texts of the interface. A text has them as <c>{0}</c>, <c>{1}</c>, so that another language can put
/// them in another order; the values are printed by <see cref="Format"/> before.
/// </summary>
public static class Phrase
{
    /// <summary>A text with its values.</summary>
    public static string With(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);

    /// <summary>The text of one thing or of several, with their number as <c>{0}</c> and further values after it.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The text for exactly one.</param>
    /// <param name="other">The text for any other number.</param>
    /// <param name="further">Values from <c>{1}</c> on.</param>
    public static string Count(int number, string one, string other, params ReadOnlySpan<object?> further) =>
        With(number == 1 ? one : other, [Format.Count(number), .. further]);

    /// <summary>
    /// A text of ours as it stands, for a page: a letter that isn't ASCII stays that letter, where a value becomes a character
    /// reference. A language with many such letters would else be several times as long.
    /// </summary>
    public static MarkupString Plain(string text) => new(text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));

    /// <summary>
    /// A text with pieces of a page in it, such as links and times: the sentence stays whole for whoever translates it.
    /// </summary>
    /// <param name="text">The sentence; plain text, no markup.</param>
    /// <param name="parts">What stands for <c>{0}</c>, <c>{1}</c> and so on.</param>
    public static RenderFragment Of(string text, params RenderFragment[] parts) => builder =>
    {
        var from = 0;
        while (from < text.Length)
        {
            var open = text.IndexOf('{', from);
            var end = open < 0 ? text.Length : open;
            builder.AddContent(0, Plain(text[from..end]));
            if (open < 0)
            {
                return;
            }

            var close = text.IndexOf('}', open);
            builder.AddContent(1, parts[int.Parse(text.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture)]);
            from = close + 1;
        }
    };
}
