using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Hosting;

/// <summary>
/// Reads the query fields that an address knows. What can't be read is left out and noted: a page goes on without it, the
/// API answers 400.
/// </summary>
public sealed class QueryFields(IQueryCollection query)
{
    private const int LongestText = 200;
    private readonly List<string> _issues = [];

    /// <summary>A sentence for each value that could not be read.</summary>
    public IReadOnlyList<string> Issues => _issues;

    /// <summary>A whole number within bounds; null when absent or unreadable.</summary>
    public int? Number(string name, int least, int most)
    {
        if (Single(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        _issues.Add(FormattableString.Invariant($"{name} must be a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>As <see cref="Number"/>, for numbers that may be long.</summary>
    public long? LongNumber(string name)
    {
        if (Single(name) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _issues.Add($"{name} must be a whole number, 0 or more.");
        return null;
    }

    /// <summary>Text of at most 200 characters, none of them a control character; null when absent, blank or unreadable.</summary>
    public string? Text(string name)
    {
        if (Single(name)?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.Length <= LongestText && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c)))
        {
            return text;
        }

        _issues.Add(FormattableString.Invariant($"{name} must be at most {LongestText} ordinary characters."));
        return null;
    }

    /// <summary>One of some words, whatever its case; null when absent or another.</summary>
    public string? Word(string name, IReadOnlyCollection<string> words)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (words.FirstOrDefault(w => string.Equals(w, text, StringComparison.OrdinalIgnoreCase)) is { } word)
        {
            return word;
        }

        _issues.Add($"{name} must be one of {string.Join(", ", words)}.");
        return null;
    }

    /// <summary>The words of a list, separated by commas or given one by one as a form sends ticked boxes; too long a list counts as empty.</summary>
    public IReadOnlyList<string> List(string name)
    {
        var text = query[name].ToString();
        if (text.Length <= LongestText)
        {
            return text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        _issues.Add(FormattableString.Invariant($"{name} must be at most {LongestText} characters."));
        return [];
    }

    /// <summary>A date as <c>2025-11-03</c>; null when absent or unreadable.</summary>
    public LocalDate? Date(string name)
    {
        if (Single(name) is not { } text)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) && date.Year is > 0 and < 10_000)
        {
            return date;
        }

        _issues.Add($"{name} must be a date such as 2025-11-03.");
        return null;
    }

    // An empty field is what a form sends for one that was left alone.
    private string? Single(string name)
    {
        var values = query[name];
        if (values.Count <= 1)
        {
            return values.Count == 0 || string.IsNullOrEmpty(values[0]) ? null : values[0];
        }

        _issues.Add($"{name} must be given once.");
        return null;
    }
}
