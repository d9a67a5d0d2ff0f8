using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Reactions;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.News;

/// <summary>Something that a reader must know before the figures.</summary>
/// <param name="Head">The first words, strong; null for none.</param>
/// <param name="Text">The rest.</param>
/// <param name="Releases">Other releases that it is about, named and linked after it.</param>
public sealed record ReactionNote(string? Head, string Text, IReadOnlyList<ReleaseInWindow> Releases)
{
    /// <summary>A note about nothing but this release.</summary>
    public ReactionNote(string? head, string text)
        : this(head, text, [])
    {
    }
}

/// <summary>What is missing from a reaction and why, and what stands beside it: the same words for every release.</summary>
public static class ReactionNotes
{
    /// <summary>The notes of a panel in their order; none where everything is there.</summary>
    public static IReadOnlyList<ReactionNote> Of(ReactionView view) =>
        [.. new[] { SameDay(view), EarlyClose(view), Raw(view), NoEstimate(view), ToCome(view), Never(view) }.OfType<ReactionNote>()];

    private static ReactionNote? SameDay(ReactionView view)
    {
        var same = view.Shown is null ? [] : view.Reaction.OtherReleases.Where(o => o.RelativeDay == 0).ToList();
        return same.Count == 0 ? null : new ReactionNote(
            null, $"{(same.Count == 1 ? "Another release has" : $"{Format.Count(same.Count)} other releases have")} the same day 0, and prices cannot tell them apart:", same);
    }

    private static ReactionNote? EarlyClose(ReactionView view) => view.Shown is null || !view.Reaction.EarlyClose
        ? null
        : new ReactionNote(null, $"The market closed at 13:00 on {Format.Date(view.Reaction.Session)}, so the day’s volume is low for that reason alone.");

    private static ReactionNote? Raw(ReactionView view)
    {
        var reaction = view.Reaction;
        var session = Format.Date(reaction.Session);
        return reaction.State switch
        {
            ReactionState.NotTradedYet => new("Not traded yet.", $"The first session that can react is {session}.{Known(reaction.PricesAsOf)}"),
            ReactionState.NoPrices => new("No prices.", $"This site has no price of {view.Firm} for {session}, the first session that could react."),
            _ when view.Shown is null => new("Not shown yet.", $"Only the date of this release is known, so its session is shown together with the one before and the one after; the three are not complete.{Known(reaction.PricesAsOf)}"),
            _ when view.Shown.PreviousClose is null => new("No move.", $"The close before {session} is missing, so the day’s prices stand without one."),
            _ => null,
        };
    }

    private static ReactionNote? NoEstimate(ReactionView view) => view switch
    {
        { Shown: null } => null,
        { Study: null } => new("No estimate.", $"This site has no prices of {view.Benchmark} to take the market’s part off with. The day’s own prices are in the table below."),
        { Study.Refusal: { Code: StudyRefusal.InsufficientHistory } few } => new(
            "No estimate.", $"{view.Firm} had {Format.Plural(few.ValidObservations, "usable session", "usable sessions")} before this release; the model needs {Format.Count(few.Required)}. The day’s own prices are in the table below."),
        { Study.Refusal: { } flat } => new(
            "No estimate.", $"In the {Format.Plural(flat.ValidObservations, "session", "sessions")} before this release the returns of {view.Firm} or {view.Benchmark} leave no spread to measure a move against. The day’s own prices are in the table below."),
        _ => null,
    };

    private static ReactionNote? ToCome(ReactionView view)
    {
        var waiting = view.Windows.Where(w => w is { ToCome: true, Ends: not null }).ToList();
        if (view.Shown is null || (waiting.Count == 0 && view.Reaction.State is not ReactionState.Partial))
        {
            return null;
        }

        return new ReactionNote("Still to come:", (waiting.Count == 0
            ? $"the sessions to {Format.Date(view.Reaction.Window[^1].Date)}."
            : string.Join(", ", waiting.Select(w => $"{StudyWords.InText(w.Window)} after the close of {Format.Date(w.Ends!.Value)}")) + ".") + Known(view.Prices.AsOf ?? view.Reaction.PricesAsOf));
    }

    private static ReactionNote? Never(ReactionView view)
    {
        var lost = view.Windows.Where(w => w is { ToCome: false, Missing: not null }).ToList();
        return lost.Count == 0 ? null : new ReactionNote(
            $"No estimate of {string.Join(", ", lost.Select(w => StudyWords.InText(w.Window)))}.",
            $"A price of {string.Join(", ", lost.Select(w => Format.Date(w.Missing!.Value)).Distinct())} is missing, and a window is never summed over fewer days.");
    }

    private static string Known(LocalDate? asOf) => asOf is { } date ? $" Prices are known to {Format.Date(date)}." : "";
}
