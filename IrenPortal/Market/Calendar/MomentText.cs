using System.Diagnostics.CodeAnalysis;
using NodaTime.Text;

namespace IrenPortal.Market.Calendar;

/// <summary>What a moment may be written as.</summary>
public enum MomentForm
{
    /// <summary>An instant with its offset.</summary>
    Instant,

    /// <summary>A date of which the time of day is not known.</summary>
    Date,

    /// <summary>One of both.</summary>
    Either,
}

/// <summary>Reads when something was announced, with a session of a calendar to react to it.</summary>
public static class MomentText
{
    /// <summary>
    /// Reads a moment; when it cannot, <paramref name="problem"/> is one line that says what is wrong and what to write instead.
    /// </summary>
    public static bool TryParse(string text, MomentForm form, ExchangeCalendar calendar, [NotNullWhen(true)] out ReleaseMoment? moment, out string problem)
    {
        moment = null;
        if (form != MomentForm.Instant && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
        {
            moment = ReleaseMoment.On(date, ReleaseTiming.DateOnly);
            problem = "";
        }
        else if (form == MomentForm.Date)
        {
            problem = $"'{text}' is not a date alone, as it must be where the time of day is not known; write for example 2025-11-03";
        }
        else if (InstantText.TryParse(text, out var instant, out problem))
        {
            moment = ReleaseMoment.At(instant.ToInstant());
        }

        if (moment is not null && moment.TryDay0(calendar) is null)
        {
            moment = null;
            problem = FormattableString.Invariant(
                $"'{text}' or its session is outside the exchange calendar; write one from {calendar.First:uuuu-MM-dd} to {calendar.Last:uuuu-MM-dd}");
        }

        problem = problem.ReplaceLineEndings(" ");
        return moment is not null;
    }
}
