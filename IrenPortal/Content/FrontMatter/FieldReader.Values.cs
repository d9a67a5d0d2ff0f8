using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content.FrontMatter;

internal sealed partial class FieldReader
{
    /// <summary>One line of plain text; null when absent or faulty.</summary>
    public string? Text(string name, int maxLength = ContentLimits.TextLength)
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        var fault = TextRules.Fault(scalar.Text)
            ?? (scalar.Text.Length > maxLength
                ? string.Create(CultureInfo.InvariantCulture, $"is {scalar.Text.Length} characters long: cut it to {maxLength}")
                : string.IsNullOrWhiteSpace(scalar.Text) ? "holds only blanks: write something or leave the field out" : null);
        if (fault is null)
        {
            return scalar.Text;
        }

        Fault(name, fault);
        return null;
    }

    /// <summary>As <see cref="Text"/>, and refused when absent; empty text after a refusal.</summary>
    public string RequiredText(string name, int maxLength = ContentLimits.TextLength)
    {
        Require(name, $"{name}: …");
        return Text(name, maxLength) ?? "";
    }

    /// <summary>One word of an enum; null when absent or faulty.</summary>
    public T? Choice<T>(string name) where T : struct, Enum
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        var value = Words<T>.Parse(scalar.Text);
        if (value is null)
        {
            Fault(name, $"is `{Shown(scalar.Text)}`: write {Nearest.Choice(Words<T>.All)}");
        }

        return value;
    }

    /// <summary>True or false, false when absent.</summary>
    public bool Flag(string name)
    {
        if (Scalar(name) is not { } scalar)
        {
            return false;
        }

        if (scalar is { Plain: true, Text: "true" or "false" })
        {
            return scalar.Text == "true";
        }

        Fault(name, $"is `{Shown(scalar.Text)}`: write true or false, without quotes");
        return false;
    }

    /// <summary>A calendar date; null when absent or faulty.</summary>
    public LocalDate? Date(string name)
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        var parsed = LocalDatePattern.Iso.Parse(scalar.Text);
        if (parsed.Success)
        {
            return parsed.Value;
        }

        Fault(name, $"is `{Shown(scalar.Text)}`: write a date that exists as year-month-day, such as 2025-11-03");
        return null;
    }

    /// <summary>A decimal number within bounds, both included; null when absent or faulty.</summary>
    public decimal? Number(string name, decimal min, decimal max)
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        if (!scalar.Plain || !NumberPattern().IsMatch(scalar.Text)
            || !decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            Fault(name, $"is `{Shown(scalar.Text)}`: write a plain number such as 1940000000 or 23.26, without quotes, unit, exponent or thousands separators");
            return null;
        }

        if (value < min || value > max)
        {
            Fault(name, string.Create(CultureInfo.InvariantCulture, $"is {value}: write a number from {min} to {max}"));
            return null;
        }

        return value / 1.0000000000000000000000000000m;
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,10})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();
}
