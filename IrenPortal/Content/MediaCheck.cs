using System.Globalization;
using System.Text.RegularExpressions;
using IrenPortal.Content.FrontMatter;
using IrenPortal.Content.Media;

namespace IrenPortal.Content;

/// <summary>Decides what a file in <c>media/</c> is by its bytes, and takes the metadata out of images.</summary>
public static partial class MediaCheck
{
    private static readonly (string ContentType, string[] Endings, Func<ReadOnlyMemory<byte>, bool> Matches, Func<ReadOnlyMemory<byte>, byte[]>? Strip)[] Kinds =
    [
        ("image/png", [".png"], b => b.Span.StartsWith(Png.Signature), Png.Strip),
        ("image/jpeg", [".jpg", ".jpeg"], b => b.Span.StartsWith(Jpeg.Signature), Jpeg.Strip),
        ("image/webp", [".webp"], WebP.Matches, WebP.Strip),
        ("application/pdf", [".pdf"], b => b.Span.StartsWith("%PDF-"u8), null),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"], Spreadsheet.Matches, null),
        ("text/csv", [".csv"], PlainText.Matches, null),
        ("text/plain", [".txt"], PlainText.Matches, null),
    ];

    /// <summary>Reads one file.</summary>
    /// <param name="path">The file as the caller names it; its last part becomes the name.</param>
    /// <param name="bytes">The whole file.</param>
    public static ContentRead<MediaFile> Read(string path, ReadOnlyMemory<byte> bytes)
    {
        var name = Path.GetFileName(path.Replace('\\', '/'));
        var fault = NameFault(name) ?? SizeFault(bytes.Length);
        if (fault is not null)
        {
            return Refused(path, fault);
        }

        var ending = Path.GetExtension(name).ToLowerInvariant();
        var found = Kinds.Where(k => k.Matches(bytes)).ToList();
        if (found.Count == 0)
        {
            return Refused(path, PlainText.LooksLikeMarkup(bytes)
                ? "the file is SVG, HTML or XML, which can run scripts: save a picture as PNG, a table as CSV, a text as PDF"
                : "the file is none of the allowed kinds: save it as PNG, JPEG, WebP, PDF, XLSX, CSV or plain text in UTF-8");
        }

        var kind = found.Find(k => k.Endings.Contains(ending));
        if (kind.ContentType is null)
        {
            return Refused(path, $"the file is {found[0].ContentType} by its bytes, but its name ends with {ending}: name it {Path.GetFileNameWithoutExtension(name)}{found[0].Endings[0]}");
        }

        try
        {
            return new ContentRead<MediaFile>(new MediaFile(name, kind.ContentType, kind.Strip?.Invoke(bytes) ?? bytes), []);
        }
        catch (InvalidDataException damage)
        {
            return Refused(path, $"the image is damaged ({damage.Message}): save it again");
        }
    }

    /// <summary>What is wrong with a file's name; null when nothing is.</summary>
    public static string? NameFault(string name)
    {
        if (!NamePattern().IsMatch(name) || name.Contains("..", StringComparison.Ordinal))
        {
            return $"`{FieldReader.Shown(name)}` is no safe file name: write letters, digits, hyphens and underscores and one of the endings {Nearest.Choice(Endings)}, such as q1-results.pdf, at most 100 characters";
        }

        return Endings.Contains(Path.GetExtension(name).ToLowerInvariant(), StringComparer.Ordinal)
            ? null
            : $"`{name}` ends with no allowed kind: use {Nearest.Choice(Endings)}";
    }

    private static IReadOnlyList<string> Endings { get; } = [.. Kinds.SelectMany(k => k.Endings)];

    private static string? SizeFault(int size) => size switch
    {
        0 => "the file is empty: put it there again or leave it out",
        > ContentLimits.MediaBytes => string.Create(CultureInfo.InvariantCulture, $"the file has {size} bytes: make it smaller than {ContentLimits.MediaBytes} (20 MB)"),
        _ => null,
    };

    private static ContentRead<MediaFile> Refused(string path, string message) => new(null, [new ContentIssue(path, 1, null, message)]);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
