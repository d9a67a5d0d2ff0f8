using IrenPortal.Market.Calendar;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Commands;

/// <summary>
/// Reads instants and dates of the command line, each with a session of the exchange calendar. A fault is a line
/// <c>argument:which of its values: what is wrong and what to write instead</c>.
/// </summary>
internal sealed class MomentArguments(ExchangeCalendar calendar, ICollection<string> faults)
{
    /// <summary>An instant with its offset; null with a fault.</summary>
    /// <param name="argument">What the usage calls it.</param>
    /// <param name="number">Which of its values, from 1.</param>
    /// <param name="text">As it was given.</param>
    /// <param name="instead">What else could be done about a time that isn't known; empty where nothing.</param>
    public ReleaseMoment? Instant(string argument, int number, string text, string instead = "")
    {
        if (InstantText.TryParse(text, out var instant, out var problem))
        {
            return Known(argument, number, text, ReleaseMoment.At(instant.ToInstant()));
        }

        faults.Add(FormattableString.Invariant($"{argument}:{number}: {problem.ReplaceLineEndings(" ")}{instead}"));
        return null;
    }

    /// <summary>A date of which the time of day is not known; null with a fault.</summary>
    public ReleaseMoment? DateOnly(string argument, int number, string text)
    {
        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
        {
            return Known(argument, number, text, ReleaseMoment.On(date, ReleaseTiming.DateOnly));
        }

        faults.Add(FormattableString.Invariant(
            $"{argument}:{number}: '{text.ReplaceLineEndings(" ")}' is not a date alone, and --time-unknown says that no time of day is known: write for example 2025-11-03, or leave --time-unknown out"));
        return null;
    }

    /// <summary>An instant or a date alone; null with a fault.</summary>
    public ReleaseMoment? InstantOrDate(string argument, int number, string text) =>
        LocalDatePattern.Iso.Parse(text).Success ? DateOnly(argument, number, text) : Instant(argument, number, text);

    /// <summary>A date that the calendar knows; null with a fault.</summary>
    public LocalDate? Date(string argument, string text)
    {
        if (!LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
        {
            faults.Add($"{argument}:1: '{text.ReplaceLineEndings(" ")}' is not a date: write for example 2025-11-03");
            return null;
        }

        if (calendar.Covers(date))
        {
            return date;
        }

        faults.Add(Outside(argument, 1, $"'{text}'"));
        return null;
    }

    private ReleaseMoment? Known(string argument, int number, string text, ReleaseMoment moment)
    {
        if (moment.TryDay0(calendar) is not null)
        {
            return moment;
        }

        faults.Add(Outside(argument, number, $"'{text}' or its session"));
        return null;
    }

    private string Outside(string argument, int number, string what) => FormattableString.Invariant(
        $"{argument}:{number}: {what} is outside the exchange calendar: write one from {calendar.First:uuuu-MM-dd} to {calendar.Last:uuuu-MM-dd}");
}
