using System.Globalization;
using System.Xml.Linq;
using IrenPortal.Site.Feeds;

namespace IrenPortal.Site.Pdf;

/// <summary>What a PDF says of itself as XMP (ISO 16684-1), the same as its information dictionary says.</summary>
internal static class PdfMetadata
{
    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";

    /// <summary>The packet.</summary>
    public static string Of(PdfContent content, string language)
    {
        var date = content.Created.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var about = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "xmp", Xmp),
            new XElement(Dc + "format", "application/pdf"),
            Said("title", "Alt", content.Title),
            Said("creator", "Seq", content.Author),
            Said("description", "Alt", content.Subject),
            Said("language", "Bag", language),
            new XElement(Dc + "source", content.Address),
            new XElement(Xmp + "CreatorTool", content.Brand),
            new XElement(Xmp + "CreateDate", date),
            new XElement(Xmp + "ModifyDate", date));
        var packet = new XElement(
            Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), about));
        return $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet.ToString().ReplaceLineEndings("\n")}\n<?xpacket end=\"r\"?>";
    }

    private static XElement Said(string name, string kind, string text) => new(
        Dc + name,
        new XElement(Rdf + kind, new XElement(Rdf + "li", kind == "Alt" ? new XAttribute(XNamespace.Xml + "lang", "x-default") : null, XmlAnswer.Text(text))));
}
