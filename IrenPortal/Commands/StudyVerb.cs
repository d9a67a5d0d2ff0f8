using System.CommandLine;
using IrenPortal.Hosting;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;

namespace IrenPortal.Commands;

/// <summary>
/// <c>study --firm F.csv --index I.csv --announced-at INSTANT [--id ID] [--other-event INSTANT]... [--time-unknown]</c>: one
/// event study as JSON. A refused study is a result.
/// </summary>
internal static class StudyVerb
{
    private static readonly ExchangeCalendar Calendar = ExchangeCalendar.UsEquities;

    public static Command Create()
    {
        var firm = new Option<string>("--firm") { Required = true, Description = "The share's daily prices: date,close, and where there are adj_close, volume, adj_volume." };
        var index = new Option<string>("--index") { Required = true, Description = "The same of a broad index of its market." };
        var announcedAt = new Option<string>("--announced-at") { Required = true, Description = "When it was announced, with its offset, such as 2025-11-03T06:30:00-05:00." };
        var id = new Option<string?>("--id") { Description = "Repeated as id." };
        var others = new Option<string[]>("--other-event") { Description = "Another announcement of the firm; may be given several times." };
        var timeUnknown = new Option<bool>("--time-unknown") { Description = "Only the date of the announcement is known: --announced-at is a date, --other-event may be one." };
        var command = new Command("study", "Print the event study of one announcement as JSON.") { firm, index, announcedAt, id, others, timeUnknown, StudyPanelVerb.Create() };
        command.SetAction((parsed, _) => Refusal.GuardAsync(parsed, async () =>
        {
            var study = Study(
                parsed.GetRequiredValue(firm), parsed.GetRequiredValue(index), parsed.GetRequiredValue(announcedAt),
                parsed.GetValue(others) ?? [], parsed.GetValue(timeUnknown));
            await JsonOutput.WriteAsync(parsed, json => StudyJson.Write(json, study, Calendar, parsed.GetValue(id)));
            return 0;
        }));
        return command;
    }

    private static EventStudy Study(string firm, string index, string announcedAt, string[] others, bool timeUnknown)
    {
        var faults = new List<string>();
        var moment = Moment("--announced-at", 1, announcedAt, timeUnknown ? MomentForm.Date : MomentForm.Instant, faults);
        var rest = others.Select((text, i) => Moment("--other-event", i + 1, text, timeUnknown ? MomentForm.Either : MomentForm.Instant, faults)).ToList();
        var share = StudyPriceFile.Read(firm, Calendar, faults);
        var market = StudyPriceFile.Read(index, Calendar, faults);
        return faults.Count > 0
            ? throw new RefusalException(faults)
            : StudyRun.Of(share!, market!, moment!, Calendar, [.. rest.Select(other => new OtherEvent(other!))]);
    }

    // A fault names the option and which of its values it is.
    private static ReleaseMoment? Moment(string option, int number, string text, MomentForm form, List<string> faults)
    {
        if (!MomentText.TryParse(text, form, Calendar, out var moment, out var problem))
        {
            var otherwise = form == MomentForm.Instant ? "; where only the date is known add --time-unknown and write the date alone" : "";
            faults.Add(FormattableString.Invariant($"{option}:{number}: {problem}{otherwise}"));
        }

        return moment;
    }
}
