using System.Buffers;
using System.Net;

namespace IrenPortal.Site.Pdf.Markup;

/// <summary>
/// Reads the HTML that this site writes itself: every tag closed but the void ones, every value in double quotes. It is no
/// reader of other people's HTML; what doesn't fit is a fault of ours and throws.
/// </summary>
internal sealed class HtmlReader(string html)
{
    private static readonly HashSet<string> Void = new(["br", "hr", "img", "col", "wbr", "input", "link", "meta"], StringComparer.Ordinal);
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \n\t\r/>=");
    private int _at;

    /// <summary>The nodes of a piece of HTML under one root.</summary>
    /// <exception cref="FormatException">The HTML is not of the kind that this site writes.</exception>
    public static HtmlNode Read(string html) => new HtmlReader(html).Read();

    private HtmlNode Read()
    {
        var root = new HtmlNode("root");
        var open = new Stack<HtmlNode>([root]);
        while (_at < html.Length)
        {
            if (html[_at] != '<')
            {
                var end = html.IndexOf('<', _at) is >= 0 and var found ? found : html.Length;
                open.Peek().Children.Add(new HtmlNode("", WebUtility.HtmlDecode(html[_at..end])));
                _at = end;
            }
            else if (html.AsSpan(_at).StartsWith("<!--", StringComparison.Ordinal))
            {
                _at = After("-->");
            }
            else if (html.AsSpan(_at).StartsWith("</", StringComparison.Ordinal))
            {
                Close(open);
            }
            else
            {
                Open(open);
            }
        }

        return open.Count == 1 ? root : throw Fault($"<{open.Peek().Name}> is not closed");
    }

    private void Close(Stack<HtmlNode> open)
    {
        var start = _at + 2;
        _at = After(">");
        var name = html[start..(_at - 1)].Trim();
        if (open.Count == 1 || open.Pop().Name != name)
        {
            throw Fault($"</{name}> closes nothing");
        }
    }

    private void Open(Stack<HtmlNode> open)
    {
        _at++;
        var node = new HtmlNode(Name());
        var closed = false;
        while (true)
        {
            _at += html.AsSpan(_at).Length - html.AsSpan(_at).TrimStart().Length;
            if (_at >= html.Length)
            {
                throw Fault($"<{node.Name} has no end");
            }

            if (html[_at] is '>')
            {
                _at++;
                break;
            }

            if (html[_at] is '/')
            {
                closed = true;
                _at++;
                continue;
            }

            Attribute(node);
        }

        open.Peek().Children.Add(node);
        if (!closed && !Void.Contains(node.Name))
        {
            open.Push(node);
        }
    }

    private void Attribute(HtmlNode node)
    {
        var name = Name();
        if (name.Length == 0)
        {
            throw Fault("an attribute has no name");
        }

        if (_at + 1 < html.Length && html[_at] == '=' && html[_at + 1] == '"')
        {
            var start = _at + 2;
            _at = start;
            _at = After("\"");
            node.Set(name, WebUtility.HtmlDecode(html[start..(_at - 1)]));
        }
        else
        {
            node.Set(name, "");
        }
    }

    private string Name()
    {
        var length = html.AsSpan(_at).IndexOfAny(NameEnds);
        var name = html.Substring(_at, length < 0 ? html.Length - _at : length);
        _at += name.Length;
        return name;
    }

    private int After(string mark) =>
        html.IndexOf(mark, _at, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : throw Fault($"`{mark}` is missing");

    private FormatException Fault(string what) => new(FormattableString.Invariant($"The HTML at {_at}: {what}."));
}
