using System.CommandLine;
using IrenPortal.Hosting;
using IrenPortal.Market.Calendar;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Commands;

/// <summary><c>calendar align INSTANT...</c> and <c>calendar sessions --from D --to D</c>: the exchange calendar, in lines.</summary>
internal static class CalendarVerb
{
    private static readonly ExchangeCalendar Calendar = ExchangeCalendar.UsEquities;
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static Command Create()
    {
        var instants = new Argument<string[]>("INSTANT") { Arity = ArgumentArity.OneOrMore, Description = "With its offset, such as 2025-11-03T06:30:00-05:00." };
        var align = new Command("align", "Print the event session of each instant: INSTANT,event_session,timing.") { instants };
        align.SetAction((parsed, _) => RunAsync(parsed, faults => Align(parsed.GetRequiredValue(instants), faults)));

        var from = new Option<string>("--from") { Required = true, Description = "The first date, such as 2025-11-03." };
        var to = new Option<string>("--to") { Required = true, Description = "The last date, included." };
        var sessions = new Command("sessions", "Print the sessions of some dates: date,close_new_york.") { from, to };
        sessions.SetAction((parsed, _) => RunAsync(parsed, faults => Sessions(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), faults)));

        return new Command("calendar", "The sessions of Nasdaq and NYSE.") { align, sessions };
    }

    private static Task<int> RunAsync(ParseResult parsed, Func<List<string>, IReadOnlyList<string>> lines) => Refusal.GuardAsync(parsed, async () =>
    {
        var faults = new List<string>();
        var result = lines(faults);
        if (faults.Count > 0)
        {
            throw new RefusalException(faults);
        }

        foreach (var line in result)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
        }

        return 0;
    });

    private static List<string> Align(string[] instants, List<string> faults)
    {
        var lines = new List<string>();
        foreach (var (number, text) in instants.Index())
        {
            if (MomentText.TryParse(text, MomentForm.Instant, Calendar, out var moment, out var problem))
            {
                var alignment = Alignment.Of(moment.Instant!.Value, Calendar);
                lines.Add($"{text},{LocalDatePattern.Iso.Format(alignment.EventSession)},{alignment.TimingWord}");
            }
            else
            {
                faults.Add(FormattableString.Invariant($"INSTANT:{number + 1}: {problem}"));
            }
        }

        return lines;
    }

    private static IReadOnlyList<string> Sessions(string from, string to, List<string> faults)
    {
        var (first, last) = (Date("--from", from, faults), Date("--to", to, faults));
        if (first > last)
        {
            faults.Add($"--from:1: {from} is later than --to {to}; write the earlier date first");
        }

        return faults.Count > 0
            ? []
            : [.. Calendar.Sessions(first!.Value, last!.Value).Select(session => $"{LocalDatePattern.Iso.Format(session)},{Clock.Format(Calendar.CloseOf(session))}")];
    }

    private static LocalDate? Date(string option, string text, List<string> faults)
    {
        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) && Calendar.Covers(date))
        {
            return date;
        }

        faults.Add(FormattableString.Invariant(
            $"{option}:1: '{text.ReplaceLineEndings(" ")}' is no date of the exchange calendar; write one from {Calendar.First:uuuu-MM-dd} to {Calendar.Last:uuuu-MM-dd}"));
        return null;
    }
}
