namespace IrenPortal.Market.Calendar;

/// <summary>How precisely the time of a release is known. Content files write it in lower case with underscores.</summary>
public enum ReleaseTiming
{
    /// <summary>The instant is known.</summary>
    Exact,

    /// <summary>Some time on the date before the market opened.</summary>
    BeforeOpen,

    /// <summary>Some time on the date before the market closed.</summary>
    BeforeClose,

    /// <summary>Some time on the date at or after the market's close.</summary>
    AfterClose,

    /// <summary>Only the date is known.</summary>
    DateOnly,
}

/// <summary>The words of <see cref="ReleaseTiming"/> in content files and in the API.</summary>
public static class ReleaseTimings
{
    /// <summary>Every word, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Words { get; } = ["exact", "before_open", "before_close", "after_close", "date_only"];

    /// <summary>The word for a timing, such as <c>before_open</c>.</summary>
    public static string Word(this ReleaseTiming timing) => Words[(int)timing];

    /// <summary>Reads one of <see cref="Words"/>; null for anything else.</summary>
    public static ReleaseTiming? Parse(string? word)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (string.Equals(Words[i], word, StringComparison.Ordinal))
            {
                return (ReleaseTiming)i;
            }
        }

        return null;
    }
}
