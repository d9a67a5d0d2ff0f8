using System.Text;
using IrenPortal.Hosting;

namespace IrenPortal.Site.Verify;

/// <summary>The form in which something fits the record.</summary>
public enum MatchedForm
{
    /// <summary>Byte for byte.</summary>
    Exact = 1,

    /// <summary>Once its line ends were LF, with one at the end.</summary>
    LineEnds = 2,
}

/// <summary>What is asked of the record: a SHA-256, and in which form the thing fits it.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits; null where nothing is asked.</param>
/// <param name="Form">The form.</param>
public sealed record VerifyQuery(string? Sha256, MatchedForm Form)
{
    /// <summary>The page's address.</summary>
    public const string Path = "/verify";

    private const string LineEnds = "line-ends";

    /// <summary>The address of the answer.</summary>
    public string Href => (Sha256, Form) switch
    {
        (null, _) => Path,
        (_, MatchedForm.LineEnds) => $"{Path}?sha256={Sha256}&as={LineEnds}",
        _ => $"{Path}?sha256={Sha256}",
    };

    /// <summary>Reads the query fields; a value that is no SHA-256 counts as none.</summary>
    public static VerifyQuery Read(QueryFields fields) => new(
        fields.Text("sha256") is { } text ? HashOf(text) : null,
        fields.Text("as") == LineEnds ? MatchedForm.LineEnds : MatchedForm.Exact);

    /// <summary>
    /// The hash in a text as tools print it: capitals, blanks and colons between digits, <c>sha256:</c> before it or a file's
    /// name behind it do no harm. Null where there is no such hash.
    /// </summary>
    public static string? HashOf(string text)
    {
        var digits = new StringBuilder(64);
        var rest = text.AsSpan().Trim();
        if (rest.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("sha256=", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[7..];
        }

        foreach (var character in rest)
        {
            if (digits.Length == 64)
            {
                return char.IsAsciiHexDigit(character) ? null : digits.ToString();
            }

            if (char.IsAsciiHexDigit(character))
            {
                digits.Append(char.ToLowerInvariant(character));
            }
            else if (character is not (' ' or ':' or '\t'))
            {
                return null;
            }
        }

        return digits.Length == 64 ? digits.ToString() : null;
    }
}
