using System.Globalization;
using System.Text;

namespace IrenPortal.Content.Rendering;

/// <summary>The HTML and the plain text of one walk, with the cap on their size. Mutable.</summary>
internal sealed class HtmlOutput(Func<bool> late)
{
    private readonly StringBuilder _html = new();
    private readonly StringBuilder _plain = new();
    private int _sinceClock;

    /// <summary>The line being written, for a cap's message.</summary>
    public int Line { get; set; } = 1;

    /// <summary>The HTML so far.</summary>
    public string Html => _html.ToString();

    /// <summary>The words so far, a block a line.</summary>
    public string PlainText => _plain.ToString().Trim();

    /// <summary>Writes markup that this program wrote.</summary>
    public HtmlOutput Markup(string html)
    {
        Guard(html.Length);
        _html.Append(html);
        return this;
    }

    /// <summary>Writes ` name="value"` with the value escaped.</summary>
    public HtmlOutput Attribute(string name, string value)
    {
        Guard(value.Length);
        _html.Append(' ').Append(name).Append("=\"");
        Escape(value);
        _html.Append('"');
        return this;
    }

    /// <summary>Writes text, escaped, into the HTML and the plain text.</summary>
    public HtmlOutput Text(ReadOnlySpan<char> text)
    {
        Guard(text.Length);
        Escape(text);
        _plain.Append(text);
        return this;
    }

    /// <summary>Writes into the plain text alone.</summary>
    public void Plain(string text)
    {
        Guard(text.Length);
        _plain.Append(text);
    }

    /// <summary>Ends a line of the plain text, once.</summary>
    public void PlainLine()
    {
        if (_plain.Length > 0 && _plain[^1] != '\n')
        {
            _plain.Append('\n');
        }
    }

    /// <summary>Escapes for text and quoted attributes.</summary>
    private void Escape(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => _html.Append("&amp;"),
                '<' => _html.Append("&lt;"),
                '>' => _html.Append("&gt;"),
                '"' => _html.Append("&quot;"),
                _ => _html.Append(c),
            };
        }
    }

    private void Guard(int more)
    {
        if (_html.Length + more > ContentLimits.RenderedBytes || _plain.Length + more > ContentLimits.RenderedBytes)
        {
            throw new RenderLimitException(Line, string.Create(
                CultureInfo.InvariantCulture, $"the rendered text passes {ContentLimits.RenderedBytes} bytes (2 MB) here: write fewer or smaller tables and links"));
        }

        if (++_sinceClock % 256 == 0 && late())
        {
            throw new RenderLimitException(Line, "", late: true);
        }
    }
}
