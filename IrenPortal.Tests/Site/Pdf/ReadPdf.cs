using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace IrenPortal.Tests.Site.Pdf;

/// <summary>What a test asks of a PDF of ours: the text of its pages, its links and its outline.</summary>
internal sealed partial class ReadPdf
{
    private readonly Dictionary<int, string> _objects;

    public ReadPdf(byte[] file)
    {
        Text = Encoding.Latin1.GetString(file);
        _objects = Objects().Matches(Text).ToDictionary(m => int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture), m => m.Groups["body"].Value);
        var fonts = FontNames().Matches(_objects.Values.Single(o => o.StartsWith("<</F1 ", StringComparison.Ordinal)))
            .ToDictionary(m => m.Groups["name"].Value, m => UnicodeOf(_objects[Number(m.Groups["number"].Value)]), StringComparer.Ordinal);
        Pages = [.. Refs(Between(_objects.Values.Single(o => o.StartsWith("<</Type/Pages", StringComparison.Ordinal)), "/Kids[", "]")).Select(p => TextOf(_objects[p], fonts))];
    }

    /// <summary>The file, a character a byte.</summary>
    public string Text { get; }

    /// <summary>The text of each page, a line of type a line.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>The text of all pages.</summary>
    public string Words => string.Join('\n', Pages);

    /// <summary>The addresses behind links.</summary>
    public IReadOnlyList<string> Links => [.. Addresses().Matches(Text).Select(m => m.Groups["to"].Value)];

    /// <summary>The titles of the outline.</summary>
    public IReadOnlyList<string> Outline => [.. Titles().Matches(Text).Select(m => Unicode(m.Groups["hex"].Value))];

    private string TextOf(string page, Dictionary<string, Dictionary<string, string>> fonts)
    {
        var (text, line) = (new StringBuilder(), "");
        foreach (Match shown in Shown().Matches(Stream(Number(Between(page, "/Contents ", " 0 R")))))
        {
            text.Append(line == shown.Groups["y"].Value ? "" : "\n");
            line = shown.Groups["y"].Value;
            foreach (var glyph in shown.Groups["hex"].Value.Chunk(4))
            {
                text.Append(fonts[shown.Groups["font"].Value][new string(glyph)]);
            }
        }

        return text.ToString();
    }

    private Dictionary<string, string> UnicodeOf(string font) =>
        Characters().Matches(Stream(Number(Between(font, "/ToUnicode ", " 0 R")))).ToDictionary(m => m.Groups["glyph"].Value, m => Unicode(m.Groups["text"].Value), StringComparer.Ordinal);

    private string Stream(int number)
    {
        var body = _objects[number];
        var start = body.IndexOf("stream\n", StringComparison.Ordinal) + 7;
        using var packed = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(body[start..body.LastIndexOf("\nendstream", StringComparison.Ordinal)])), CompressionMode.Decompress);
        using var reader = new StreamReader(packed, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static string Between(string text, string before, string after) =>
        text[(text.IndexOf(before, StringComparison.Ordinal) + before.Length)..] is var rest ? rest[..rest.IndexOf(after, StringComparison.Ordinal)] : "";

    private static IEnumerable<int> Refs(string text) => text.Split(" 0 R", StringSplitOptions.RemoveEmptyEntries).Select(n => Number(n.Trim()));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Unicode(string hex) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));

    [GeneratedRegex(@"(?<number>\d+) 0 obj\n(?<body>.*?)\nendobj\n", RegexOptions.Singleline)]
    private static partial Regex Objects();

    [GeneratedRegex(@"/(?<name>F\d+) (?<number>\d+) 0 R")]
    private static partial Regex FontNames();

    [GeneratedRegex(@"/(?<font>F\d+) \S+ Tf \S+ Tc \S+ \S+ \S+ rg \S+ (?<y>\S+) Td <(?<hex>[0-9A-F]*)> Tj")]
    private static partial Regex Shown();

    [GeneratedRegex("<(?<glyph>[0-9A-F]{4})><(?<text>[0-9A-F]+)>\n")]
    private static partial Regex Characters();

    [GeneratedRegex(@"/URI\((?<to>[^)]*)\)")]
    private static partial Regex Addresses();

    [GeneratedRegex("<</Title <FEFF(?<hex>[0-9A-F]*)>/Parent")]
    private static partial Regex Titles();
}
