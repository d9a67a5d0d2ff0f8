using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content.FrontMatter;

/// <summary>
/// Writes fields in the order of the calls, LF line ends, two blanks a level, one line a value. Null, false and empty
/// lists are left out. Mutable.
/// </summary>
internal sealed partial class YamlWriter
{
    private readonly StringBuilder _yaml;
    private readonly string _indent;
    private string _next;

    public YamlWriter()
        : this(new StringBuilder(), "", "")
    {
    }

    private YamlWriter(StringBuilder yaml, string indent, string first)
    {
        _yaml = yaml;
        _indent = indent;
        _next = first;
    }

    /// <summary>The fields so far.</summary>
    public override string ToString() => _yaml.ToString();

    /// <summary>A text, with quotes where YAML would read something else.</summary>
    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            Line(name, Quote(value));
        }
    }

    /// <summary>A number without exponent or trailing zeros.</summary>
    public void Number(string name, decimal? value)
    {
        if (value is { } number)
        {
            Line(name, (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A flag, written only when true.</summary>
    public void Flag(string name, bool value)
    {
        if (value)
        {
            Line(name, "true");
        }
    }

    /// <summary>A number, date, instant, flag or word as somebody typed it: bare where it can be one, else quoted for the check to name.</summary>
    public void Typed(string name, string value) => Line(name, TypedPattern().IsMatch(value) ? value : Quote(value));

    /// <summary>A calendar date.</summary>
    public void Date(string name, LocalDate? value)
    {
        if (value is { } date)
        {
            Line(name, LocalDatePattern.Iso.Format(date));
        }
    }

    /// <summary>An instant in UTC.</summary>
    public void Moment(string name, Instant? value)
    {
        if (value is { } instant)
        {
            Line(name, InstantField.Write(instant));
        }
    }

    /// <summary>A list of texts.</summary>
    public void TextList(string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            Line(name, null);
            foreach (var value in values)
            {
                _yaml.Append(_indent).Append("  - ").Append(Quote(value)).Append('\n');
            }
        }
    }

    /// <summary>A list of mappings.</summary>
    public void List<T>(string name, IReadOnlyList<T> values, Action<YamlWriter, T> write)
    {
        if (values.Count > 0)
        {
            Line(name, null);
            foreach (var value in values)
            {
                write(new YamlWriter(_yaml, _indent + "    ", _indent + "  - "), value);
            }
        }
    }

    /// <summary>A mapping.</summary>
    public void Map(string name, Action<YamlWriter> write)
    {
        Line(name, null);
        write(new YamlWriter(_yaml, _indent + "  ", _indent + "  "));
    }

    /// <summary>A text as YAML: bare where every reader takes it for the same text, else in double quotes.</summary>
    internal static string Quote(string text)
    {
        if (BarePattern().IsMatch(text) && !OtherTypePattern().IsMatch(text))
        {
            return text;
        }

        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                _ when Hidden(rune) => quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
                _ => quoted.Append(rune),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static bool Hidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
        || (rune.Value != ' ' && Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator);

    private void Line(string name, string? value)
    {
        _yaml.Append(_next).Append(name).Append(value is null ? ":" : ": ").Append(value).Append('\n');
        _next = _indent;
    }

    [GeneratedRegex(@"^[A-Za-z0-9+.-][A-Za-z0-9_.:+-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypedPattern();

    [GeneratedRegex(@"^[\p{L}\p{N}$(](?:[\p{L}\p{N}\p{Mn}\p{Sc}.;/()%+&'_=~*!?–—’“”@,-]|:(?=[^\s])|#(?<=\S#)| (?=[^#\s]))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex BarePattern();

    // What YAML 1.1 or 1.2 readers may take for null, a truth value, a number, a date or a time.
    [GeneratedRegex(@"^(?:null|true|false|yes|no|on|off|y|n|[0-9][0-9a-fA-FxoeE_.,:+-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].*)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherTypePattern();
}
