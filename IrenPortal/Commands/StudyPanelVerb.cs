using System.CommandLine;
using System.Globalization;
using IrenPortal.Content;
using IrenPortal.Hosting;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.EventStudies.Panels;

namespace IrenPortal.Commands;

/// <summary><c>study panel PANEL.json [--exclude-flagged]</c>: many events together; prices are <c>prices/TICKER.csv</c> beside the file.</summary>
internal static class StudyPanelVerb
{
    private static readonly ExchangeCalendar Calendar = ExchangeCalendar.UsEquities;

    public static Command Create()
    {
        var file = new Argument<string>("PANEL.json") { Description = "The index and the events; prices are prices/TICKER.csv beside it." };
        var excludeFlagged = new Option<bool>("--exclude-flagged") { Description = "Leave an event out of each window in which the same firm announced something else." };
        var command = new Command("panel", "Print the averages and tests of many announcements as JSON.") { file, excludeFlagged };
        command.SetAction((parsed, _) => Refusal.GuardAsync(parsed, async () =>
        {
            var (document, events) = Events(parsed.GetRequiredValue(file));
            var panel = Panel.Of(events, parsed.GetValue(excludeFlagged));
            await JsonOutput.WriteAsync(parsed, json => PanelJson.Write(json, panel, document.Id));
            return 0;
        }));
        return command;
    }

    private static (PanelDocument Document, IReadOnlyList<PanelEvent> Events) Events(string path)
    {
        var faults = new List<string>();
        if (InputFile.Read(path, faults) is not { } text)
        {
            throw new RefusalException(faults);
        }

        var read = PanelFile.Read(path, text, Calendar);
        if (read.Document is not { } document)
        {
            throw new RefusalException([.. read.Issues.Select(issue => issue.ToString())]);
        }

        var symbols = document.Events.Select((e, i) => (e.Ticker, Field: string.Create(CultureInfo.InvariantCulture, $"events[{i}].ticker"))).Append((document.Index, "index"));
        var prices = symbols.DistinctBy(s => s.Item1, StringComparer.Ordinal).ToDictionary(
            s => s.Item1, s => Prices(path, read.LineOf(s.Item2), s.Item1, faults), StringComparer.Ordinal);
        return faults.Count > 0
            ? throw new RefusalException(faults)
            : (document, [.. document.Events.Select(e => new PanelEvent(e.Id, e.Ticker, StudyRun.Of(
                prices[e.Ticker]!, prices[document.Index]!, e.Moment, Calendar, OthersOf(e, document))))]);
    }

    private static StudySeries? Prices(string panel, int line, string symbol, List<string> faults)
    {
        var path = Path.Combine(Path.GetDirectoryName(panel) ?? "", "prices", $"{symbol}.csv");
        if (File.Exists(path))
        {
            return StudyPriceFile.Read(path, Calendar, faults);
        }

        faults.Add(string.Create(CultureInfo.InvariantCulture, $"{panel}:{line}: there are no prices of {symbol}: put them into {path}"));
        return null;
    }

    // Events of the panel count among each other.
    private static List<OtherEvent> OthersOf(PanelEntry one, PanelDocument document) =>
    [
        .. one.Others,
        .. document.Events.Where(e => e != one && e.Ticker == one.Ticker).Select(e => new OtherEvent(e.Moment, e.Id)),
    ];
}
