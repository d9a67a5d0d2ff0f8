using System.Text;
using System.Xml;
using System.Xml.Linq;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.Feeds;

/// <summary>Writes XML: UTF-8, always well-formed, the same bytes for the same content.</summary>
public static class XmlAnswer
{
    private const char Replacement = '\uFFFD';

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
    };

    /// <summary>A document as an answer.</summary>
    /// <param name="mediaType">Its media type without a character set.</param>
    /// <param name="root">Its root; texts went through <see cref="Text"/>.</param>
    /// <param name="link">The header <c>Link</c>, or null.</param>
    public static Answer Of(string mediaType, XElement root, string? link = null)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            new XDocument(root).Save(writer);
        }

        return new Answer(mediaType + "; charset=utf-8", bytes.ToArray()) { Link = link };
    }

    /// <summary>A text with what XML can't hold replaced: one stray character must not take a feed down.</summary>
    public static string Text(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? clean.Append(rune) : clean.Append(Replacement);
        }

        return clean.ToString();
    }

    private static bool IsClean(string text) => text.All(c => XmlConvert.IsXmlChar(c));
}
