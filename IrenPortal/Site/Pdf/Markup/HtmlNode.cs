namespace IrenPortal.Site.Pdf.Markup;

/// <summary>An element of the site's own HTML, or a text where <see cref="Name"/> is empty.</summary>
internal sealed class HtmlNode(string name, string text = "")
{
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);

    /// <summary>The element's name in lower case; empty for a text.</summary>
    public string Name => name;

    /// <summary>The decoded text; empty for an element.</summary>
    public string Text => text;

    /// <summary>What it holds.</summary>
    public List<HtmlNode> Children { get; } = [];

    /// <summary>An attribute's decoded value; null where it has none.</summary>
    public string? this[string attribute] => _attributes.GetValueOrDefault(attribute);

    /// <summary>Whether it has a class.</summary>
    public bool Is(string @class) => this["class"]?.Split(' ').Contains(@class, StringComparer.Ordinal) is true;

    /// <summary>Sets an attribute.</summary>
    public void Set(string attribute, string value) => _attributes[attribute] = value;
}
