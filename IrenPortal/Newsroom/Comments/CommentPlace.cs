using System.Globalization;
using IrenPortal.Newsroom.Compare;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Ui;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Newsroom.Comments;

/// <summary>What a comment is about: a field, a line of the text, or, with neither, the whole.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Line">The line's number, from 1.</param>
public sealed record CommentPlace(string? Field, int? Line)
{
    private const string FieldMark = "field:";
    private const int QuotedCharacters = 60;

    /// <summary>The whole of a text.</summary>
    public static CommentPlace Whole { get; } = new(null, null);

    /// <summary>Reads what the form's list sends; null where it is none of its values.</summary>
    public static CommentPlace? Of(string? value) => value switch
    {
        null or "" => Whole,
        _ when value.StartsWith(FieldMark, StringComparison.Ordinal) => new CommentPlace(value[FieldMark.Length..], null),
        _ when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var line) => new CommentPlace(null, line),
        _ => null,
    };

    /// <summary>What the list sends for a field.</summary>
    public static string OfField(string name) => FieldMark + name;

    /// <summary>Every place of a text that has words.</summary>
    public static IEnumerable<SelectOption> In(DraftFields fields) =>
    [
        new("", "The whole"),
        .. FieldLook.Of(fields.Kind, correction: true).Where(f => fields[f.Name].Length > 0).Select(f => new SelectOption(OfField(f.Name), f.Label)),
        .. TextChunks.Lines(fields[FormShape.Body]).Select((line, i) => (Number: i + 1, Line: line.Trim())).Where(l => l.Line.Length > 0)
            .Select(l => new SelectOption(l.Number.ToString(CultureInfo.InvariantCulture), $"Line {Format.Count(l.Number)}: {Short(l.Line)}")),
    ];

    /// <summary>The passage as it stands in a text; empty for the whole, null where it isn't there.</summary>
    public string? PassageIn(DraftFields fields)
    {
        if (Field is not null)
        {
            return FieldLook.Of(fields.Kind, correction: true).Any(f => f.Name == Field) ? fields[Field] : null;
        }

        var lines = TextChunks.Lines(fields[FormShape.Body]);
        return Line is not { } number ? "" : number >= 1 && number <= lines.Length ? lines[number - 1] : null;
    }

    /// <summary>The line or field in which the quoted words begin: this one, and for the whole the first that has them; null where they are not in it.</summary>
    public CommentPlace? Quoting(DraftFields fields, string quote)
    {
        if (this != Whole)
        {
            return PassageIn(fields) is { } passage && new FlowingText(passage).Has(quote) ? this : null;
        }

        return new FlowingText(fields[FormShape.Body]).LinesOf(quote).Select(line => new CommentPlace(null, line))
            .Concat(FieldLook.Of(fields.Kind, correction: true).Where(f => new FlowingText(fields[f.Name]).Has(quote)).Select(f => new CommentPlace(f.Name, null)))
            .FirstOrDefault();
    }

    private static string Short(string line)
    {
        var parts = StringInfo.ParseCombiningCharacters(line);
        return parts.Length <= QuotedCharacters ? line : line[..parts[QuotedCharacters]] + "…";
    }
}
