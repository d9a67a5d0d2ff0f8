using IrenPortal.Content.FrontMatter;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;

namespace IrenPortal.Content.Rendering;

internal sealed partial class MarkdownWalk
{
    private readonly HashSet<int> _marks = [];
    private bool _inLink;

    private void Inlines(ContainerInline? container)
    {
        foreach (var inline in container ?? [])
        {
            Deeper(inline, () => One(inline));
        }
    }

    private void One(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal: _out.Text(literal.Content.AsSpan()); break;
            case EmphasisInline emphasis: Wrap(emphasis.DelimiterCount == 2 ? "strong" : "em", emphasis); break;
            case CodeInline code: _out.Markup("<code>").Text(code.Content).Markup("</code>"); break;
            case LineBreakInline { IsHard: true }: _out.Markup("<br>").Text("\n"); break;
            case LineBreakInline: _out.Text("\n"); break;
            case HtmlEntityInline entity: Entity(entity); break;
            case LinkInline { IsImage: true } image: Image(image); break;
            case LinkInline link: Link(link, link.GetDynamicUrl?.Invoke() ?? link.Url ?? "", () => Inlines(link)); break;
            case AutolinkInline auto: Link(auto, auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url, () => _out.Text(auto.Url)); break;
            case FootnoteLink { IsBackLink: false } note: NoteMark(note); break;
            case FootnoteLink back: NoteBack(back); break;
            case HtmlInline: Refuse(inline, "raw HTML is not allowed: write it as Markdown, or write &lt; for a less-than sign"); break;
            case DelimiterInline delimiter: _out.Text(delimiter.ToLiteral()); Inlines(delimiter); break;
            case ContainerInline container when container.GetType() == typeof(ContainerInline): Inlines(container); break;
            default: Refuse(inline, "this kind of markup is not allowed: write emphasis, links, images, code or footnotes"); break;
        }
    }

    private void Wrap(string tag, ContainerInline inlines)
    {
        _out.Markup($"<{tag}>");
        Inlines(inlines);
        _out.Markup($"</{tag}>");
    }

    private void Entity(HtmlEntityInline entity)
    {
        var text = entity.Transcoded.ToString();
        if (TextRules.Fault(text) is { } fault)
        {
            Refuse(entity, $"the entity {FieldReader.Shown(entity.Original.ToString())} {fault}");
            return;
        }

        _out.Text(text);
    }

    private void Image(LinkInline image)
    {
        var (kind, name) = LinkRule.Of(image.Url ?? "");
        var words = HeadingIds.WordsOf(image).Trim();
        if (kind != LinkRule.Kind.Media)
        {
            Refuse(image, $"the image `{FieldReader.Shown(image.Url ?? "")}` is not one of media/: put the file there and write ![what it shows](media/name.png)");
        }
        else if (words.Length == 0)
        {
            Refuse(image, $"the image {name} has no words for those who can't see it: write ![what it shows](media/{name})");
        }
        else
        {
            Uses(name, image.Line + 1);
            _out.Markup("<img").Attribute("src", $"media:{name}").Attribute("alt", words).Markup(" loading=\"lazy\" decoding=\"async\">");
            _out.Plain(words);
        }
    }

    private void Link(Inline link, string url, Action words)
    {
        if (_inLink)
        {
            words();
            return;
        }

        var (kind, address) = LinkRule.Of(url);
        var target = kind switch
        {
            LinkRule.Kind.External or LinkRule.Kind.Plain => address,
            LinkRule.Kind.Media => $"media:{address}",
            LinkRule.Kind.Heading => _headings.Find(address) is { } id ? $"#{id}" : null,
            _ => null,
        };
        _links.Add(new TextLink(link.Line + 1, url, target is null));
        if (target is null)
        {
            Refuse(link, kind == LinkRule.Kind.Heading
                ? $"the link leads to #{FieldReader.Shown(address)}, but no heading here has that name: write the heading's words in lower case with hyphens"
                : $"the address `{FieldReader.Shown(url)}` is not allowed: write one that begins with https://, http:// or mailto:, or with / for a page of this site");
            words();
            return;
        }

        if (kind == LinkRule.Kind.Media)
        {
            Uses(address, link.Line + 1);
        }

        _out.Markup("<a").Attribute("href", target);
        _out.Markup(kind == LinkRule.Kind.External ? " rel=\"noopener noreferrer\">" : ">");
        _inLink = true;
        words();
        _inLink = false;
        _out.Markup("</a>");
    }

    // A link can't hold another, so inside one a footnote's mark is its number alone.
    private void NoteMark(FootnoteLink note)
    {
        var number = note.Footnote.Order;
        if (_inLink || !_marks.Add(note.Index))
        {
            _out.Markup(Invariant($"<sup>{number}</sup>"));
            return;
        }

        _out.Markup(Invariant(
            $"<sup><a id=\"note-mark-{note.Index}\" href=\"#note-{number}\" class=\"footnote-mark\" aria-label=\"Footnote {number}\">{number}</a></sup>"));
    }

    private void NoteBack(FootnoteLink back)
    {
        if (_marks.Contains(back.Index))
        {
            _out.Markup(Invariant(
                $" <a href=\"#note-mark-{back.Index}\" class=\"footnote-back\" aria-label=\"Back to the text of footnote {back.Footnote.Order}\">\u21a9</a>"));
        }
    }

    private void Uses(string name, int line)
    {
        if (!_media.Contains(name))
        {
            _media.Add(name);
            _mediaLines.Add(line);
        }
    }
}
