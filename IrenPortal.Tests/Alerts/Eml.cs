using System.Text;
using System.Text.RegularExpressions;

namespace IrenPortal.Tests.Alerts;

/// <summary>A mail as a mail program reads it: headers unfolded and decoded, both bodies decoded.</summary>
internal sealed partial record Eml(IReadOnlyDictionary<string, string> Headers, string Text, string Html)
{
    public string Subject => Headers["Subject"];

    public string To => Headers["To"];

    /// <summary>The link of the text that leads to a path.</summary>
    public string Link(string path) => Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).First(w => w.StartsWith(AlertDesk.Origin, StringComparison.Ordinal) && new Uri(w).AbsolutePath == path);

    /// <summary>Reads a message of two alternatives.</summary>
    public static Eml Read(string message)
    {
        var (headers, body) = Part(message.ReplaceLineEndings("\n"));
        var boundary = "--" + BoundaryPattern().Match(headers["Content-Type"]).Groups["boundary"].Value;
        var parts = body.Split(boundary + "\n").Skip(1).Select(p => Part(p.Split("\n" + boundary)[0])).ToList();
        string Body(string type) => parts.Where(p => p.Headers["Content-Type"].StartsWith(type, StringComparison.Ordinal)).Select(p => Base64(p.Body)).Single();
        return new Eml(headers, Body("text/plain"), Body("text/html"));
    }

    private static (Dictionary<string, string> Headers, string Body) Part(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = text[..end].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n')
            .Select(line => line.Split(':', 2))
            .ToDictionary(p => p[0], p => Words(p[1].Trim()), StringComparer.OrdinalIgnoreCase);
        return (headers, text[(end + 2)..]);
    }

    private static string Words(string header) => WordPattern().Replace(
        BetweenWordsPattern().Replace(header, ""),
        word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value)));

    // The text of a part, whose lines must end as mail's do.
    private static string Base64(string text)
    {
        var lines = Encoding.UTF8.GetString(Convert.FromBase64String(text));
        lines.ReplaceLineEndings("\r\n").ShouldBe(lines);
        return lines.ReplaceLineEndings("\n");
    }

    [GeneratedRegex("boundary=\"?(?<boundary>[^\";]+)")]
    private static partial Regex BoundaryPattern();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)")]
    private static partial Regex BetweenWordsPattern();
}
