using System.Text.RegularExpressions;

namespace IrenPortal.Newsroom.Facts;

/// <summary>Words that are to stand in Markdown as they are.</summary>
internal static partial class Markdown
{
    /// <summary>Takes their meaning from the characters that Markdown would read.</summary>
    public static string Plain(string words) => Special().Replace(words, @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>|#&]", RegexOptions.CultureInvariant)]
    private static partial Regex Special();
}
