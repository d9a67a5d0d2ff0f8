using System.Text;

namespace IrenPortal.Alerts.Mails;

/// <summary>A link in a letter.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Href">Its absolute address.</param>
public sealed record LetterLink(string Text, string Href);

/// <summary>One thing that a letter tells of.</summary>
/// <param name="Kicker">What it is and when, on one line.</param>
/// <param name="Heading">Its headline.</param>
/// <param name="Texts">A paragraph each.</param>
/// <param name="Links">Where it stands.</param>
public sealed record LetterItem(string Kicker, string Heading, IReadOnlyList<string> Texts, IReadOnlyList<LetterLink> Links);

/// <summary>What a mail says, before it is plain text or HTML. All texts are plain.</summary>
public sealed record Letter
{
    /// <summary>The subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>Who writes: the site's name.</summary>
    public required string Sender { get; init; }

    /// <summary>The paragraphs before everything else.</summary>
    public IReadOnlyList<string> Opening { get; init; } = [];

    /// <summary>The one thing to do; null where there is nothing.</summary>
    public LetterLink? Action { get; init; }

    /// <summary>What it tells of.</summary>
    public IReadOnlyList<LetterItem> Items { get; init; } = [];

    /// <summary>Why it came and what the site is, in small print.</summary>
    public required IReadOnlyList<string> SmallPrint { get; init; }

    /// <summary>Preferences and the way out.</summary>
    public IReadOnlyList<LetterLink> FootLinks { get; init; } = [];

    /// <summary>The letter for programs that show no HTML.</summary>
    public string ToPlainText()
    {
        var text = new StringBuilder();
        foreach (var paragraph in Opening)
        {
            text.Append(paragraph).Append("\n\n");
        }

        if (Action is { } action)
        {
            text.Append(action.Text).Append(":\n").Append(action.Href).Append("\n\n");
        }

        foreach (var item in Items)
        {
            text.Append(item.Kicker).Append('\n').Append(item.Heading).Append("\n\n");
            foreach (var paragraph in item.Texts)
            {
                text.Append(paragraph).Append("\n\n");
            }

            foreach (var link in item.Links)
            {
                text.Append(link.Text).Append(": ").Append(link.Href).Append('\n');
            }

            text.Append('\n');
        }

        // The mark by which mail programs know a signature (RFC 3676, 4.3).
        text.Append("-- \n").Append(Sender).Append('\n');
        foreach (var line in SmallPrint)
        {
            text.Append(line).Append('\n');
        }

        foreach (var link in FootLinks)
        {
            text.Append(link.Text).Append(": ").Append(link.Href).Append('\n');
        }

        return text.ToString();
    }
}
