using System.Text.RegularExpressions;
using IrenPortal.Content.FrontMatter;
using IrenPortal.Content.Json;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;

namespace IrenPortal.Content;

/// <summary>
/// A panel of events as JSON: <c>id</c>, <c>index</c> and <c>events</c>, each with <c>id</c>, <c>ticker</c>,
/// <c>announced_at</c>, and where needed <c>time_unknown</c> and <c>other_events</c> (<c>announced_at</c>, <c>label</c>).
/// </summary>
public static partial class PanelFile
{
    /// <summary>Reads and checks a file. Fields that aren't known are passed over unless they look like a slip.</summary>
    /// <param name="path">The file as the caller names it.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="calendar">The sessions in which the events' days are counted.</param>
    public static ContentRead<PanelDocument> Read(string path, string text, ExchangeCalendar calendar)
    {
        var source = new JsonSource(path, text);
        if (source.Root is not { } root)
        {
            return source.Finish(new PanelDocument(null, "", []));
        }

        root.RefuseSlips("id", "index", "events");
        var (id, index) = (root.Optional("id"), Symbol(root, "index"));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var events = new List<PanelEntry>();
        foreach (var one in root.List("events", required: true))
        {
            one.RefuseSlips("id", "ticker", "announced_at", "time_unknown", "other_events");
            var (name, ticker, unknown) = (one.Required("id"), Symbol(one, "ticker"), one.Flag("time_unknown"));
            if (name is not null && !ids.Add(name))
            {
                one.Fault("id", $"is `{FieldReader.Shown(name)}`, as that of an event before: give each its own");
            }

            var moment = Moment(one, unknown ? MomentForm.Date : MomentForm.Instant, calendar);
            var others = Others(one, unknown ? MomentForm.Either : MomentForm.Instant, calendar);
            if (name is not null && ticker is not null && moment is not null)
            {
                events.Add(new PanelEntry(name, ticker, moment, others));
            }
        }

        return source.Finish(new PanelDocument(id, index ?? "", events));
    }

    private static List<OtherEvent> Others(JsonFields one, MomentForm form, ExchangeCalendar calendar)
    {
        var others = new List<OtherEvent>();
        foreach (var other in one.List("other_events"))
        {
            other.RefuseSlips("announced_at", "label");
            var label = other.Optional("label");
            if (Moment(other, form, calendar) is { } moment)
            {
                others.Add(new OtherEvent(moment, label));
            }
        }

        return others;
    }

    private static ReleaseMoment? Moment(JsonFields fields, MomentForm form, ExchangeCalendar calendar)
    {
        if (fields.Required("announced_at") is not { } text)
        {
            return null;
        }

        if (!MomentText.TryParse(FieldReader.Shown(text), form, calendar, out var moment, out var problem))
        {
            fields.Fault("announced_at", problem);
        }

        return moment;
    }

    // The symbol names a file, so it can hold nothing that leads elsewhere.
    private static string? Symbol(JsonFields fields, string name)
    {
        var symbol = fields.Required(name);
        if (symbol is null || SymbolPattern().IsMatch(symbol))
        {
            return symbol;
        }

        fields.Fault(name, $"is `{FieldReader.Shown(symbol)}`: write a symbol of letters, digits, points and hyphens, such as IREN, whose prices are prices/IREN.csv beside this file");
        return null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9^][A-Za-z0-9.^=_-]{0,30}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolPattern();
}
