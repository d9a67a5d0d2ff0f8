using IrenPortal.Market.Reactions;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.News;

/// <summary>The sentences of the reaction panel: the same words whatever the result.</summary>
public static class ReactionWords
{
    /// <summary>What the trading-day bar shows, in one sentence.</summary>
    public static string DayLabel(ReactionView view)
    {
        var day = view.Shown!;
        var parts = new List<string>();
        Add("opened", day.Open);
        Add("low", day.Low);
        Add("high", day.High);
        Add("closed", day.Close);
        return $"{view.Firm} on {Format.Date(view.Reaction.Session)} against the previous close of {Format.Price(day.PreviousClose ?? 0)}: {string.Join(", ", parts)}.";

        void Add(string word, PriceMove? move)
        {
            if (move?.Fraction is { } fraction)
            {
                parts.Add($"{word} {Format.SignedPercent(fraction)}");
            }
        }
    }

    /// <summary>What the chart of the window shows, in one sentence.</summary>
    public static string WindowLabel(ReactionView view)
    {
        var last = view.Sessions.LastOrDefault(s => s.FirmSum is not null);
        var benchmark = last?.BenchmarkSum is { } b ? $", {view.Benchmark} at {Format.SignedPercent(b)}" : "";
        var dayZero = view.Sessions.FirstOrDefault(s => s.Day == 0)?.FirmSum is { } z ? $"closed day 0 at {Format.SignedPercent(z)} and " : "";
        return last is null
            ? "No returns are known around the release."
            : $"From ten sessions before the release on, {view.Firm} {dayZero}stood at {Format.SignedPercent(last.FirmSum!.Value)} on {DayName(last.Day)}{benchmark}.";
    }

    /// <summary>A relative day: "day 0", "day +4".</summary>
    public static string DayName(int day) => day == 0 ? "day 0" : $"day {Format.Signed(day, 0)}";

    /// <summary>What the press said beside what the session did; null without a figure to compare.</summary>
    public static string? Press(ReactionView view)
    {
        var figures = view.Press.Where(p => p.Report.Percent is not null).OrderBy(p => p.Report.Percent).ToList();
        if (figures.Count == 0 || view.Shown is not { High.Fraction: { } high, Close.Fraction: { } close })
        {
            return null;
        }

        var said = figures.Count == 1
            ? $"Press reports said “{figures[0].Report.Words}”."
            : $"Press reports ran from “{figures[0].Report.Words}” to “{figures[^1].Report.Words}”.";
        var above = figures.Count(p => p.Place == "above the high");
        var place = above switch
        {
            0 => "None of the figures lies above the high.",
            _ when above == figures.Count => figures.Count == 1 ? "The figure lies above the high." : "All of the figures lie above the high.",
            _ => $"{Format.Count(above)} of the {Format.Count(figures.Count)} figures {(above == 1 ? "lies" : "lie")} above the high.",
        };
        return $"{said} The regular session’s high was {Format.SignedPercent(high)} and its close {Format.SignedPercent(close)}. {place}";
    }

    /// <summary>Why there is nothing, or not everything, to show; null where the window is complete.</summary>
    public static string? State(ReactionView view)
    {
        var reaction = view.Reaction;
        var session = Format.Date(reaction.Session);
        var known = reaction.PricesAsOf is { } asOf ? $" Prices are known to {Format.Date(asOf)}." : "";
        return reaction.State switch
        {
            ReactionState.NotTradedYet => $"Not traded yet. The first session that can react is {session}.{known}",
            ReactionState.NoPrices => $"No prices. This site has no price of {view.Firm} for {session}, the first session that could react.",
            _ when view.Shown is null => $"Not shown yet. Only the date of this release is known, so its session is shown together with the one before and the one after; the three are not complete.{known}",
            _ when view.Shown.PreviousClose is null => $"No move. The close before {session} is missing, so the day’s prices stand without one.",
            ReactionState.Partial => $"The window is not complete: it ends ten sessions after {session}.{known}",
            _ => null,
        };
    }
}
