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
            null, Phrase.Count(same.Count, NewsTexts.SameDay_One, NewsTexts.SameDay_Other), same);
    }

    private static ReactionNote? EarlyClose(ReactionView view) => view.Shown is null || !view.Reaction.EarlyClose
        ? null
        : new ReactionNote(null, Phrase.With(NewsTexts.EarlyClose, Format.Date(view.Reaction.Session)));

    private static ReactionNote? Raw(ReactionView view)
    {
        var reaction = view.Reaction;
        var session = Format.Date(reaction.Session);
        return reaction.State switch
        {
            ReactionState.NotTradedYet => new(NewsTexts.NoteNotTraded, Known(Phrase.With(NewsTexts.FirstSession, session), reaction.PricesAsOf)),
            ReactionState.NoPrices => new(NewsTexts.NoteNoPrices, Phrase.With(NewsTexts.NoPriceOf, view.Firm, session)),
            _ when view.Shown is null => new(NewsTexts.NoteNotShown, Known(NewsTexts.ThreeIncomplete, reaction.PricesAsOf)),
            _ when view.Shown.PreviousClose is null => new(NewsTexts.NoteNoMove, Phrase.With(NewsTexts.PreviousCloseMissing, session)),
            _ => null,
        };
    }

    private static ReactionNote? NoEstimate(ReactionView view) => view switch
    {
        { Shown: null } => null,
        { Study: null } => new(NewsTexts.NoteNoEstimate, Phrase.With(NewsTexts.NoBenchmark, view.Benchmark)),
        { Study.Refusal: { Code: StudyRefusal.InsufficientHistory } few } => new(
            NewsTexts.NoteNoEstimate, Phrase.Count(few.ValidObservations, NewsTexts.FewSessions_One, NewsTexts.FewSessions_Other, view.Firm, Format.Count(few.Required))),
        { Study.Refusal: { } flat } => new(
            NewsTexts.NoteNoEstimate, Phrase.Count(flat.ValidObservations, NewsTexts.NoSpread_One, NewsTexts.NoSpread_Other, view.Firm, view.Benchmark)),
        _ => null,
    };

    private static ReactionNote? ToCome(ReactionView view)
    {
        var waiting = view.Windows.Where(w => w is { ToCome: true, Ends: not null }).ToList();
        if (view.Shown is null || (waiting.Count == 0 && view.Reaction.State is not ReactionState.Partial))
        {
            return null;
        }

        var sessions = waiting.Count == 0
            ? Phrase.With(NewsTexts.SessionsTo, Format.Date(view.Reaction.Window[^1].Date))
            : Phrase.With(NewsTexts.Windows, string.Join(", ", waiting.Select(w => Phrase.With(NewsTexts.AfterCloseOf, StudyWords.InText(w.Window), Format.Date(w.Ends!.Value)))));
        return new ReactionNote(NewsTexts.NoteToCome, Known(sessions, view.Prices.AsOf ?? view.Reaction.PricesAsOf));
    }

    private static ReactionNote? Never(ReactionView view)
    {
        var lost = view.Windows.Where(w => w is { ToCome: false, Missing: not null }).ToList();
        return lost.Count == 0 ? null : new ReactionNote(
            Phrase.With(NewsTexts.NoteNoEstimateOf, string.Join(", ", lost.Select(w => StudyWords.InText(w.Window)))),
            Phrase.With(NewsTexts.PriceMissing, string.Join(", ", lost.Select(w => Format.Date(w.Missing!.Value)).Distinct())));
    }

    private static string Known(string text, LocalDate? asOf) => asOf is { } date ? $"{text} {Phrase.With(NewsTexts.PricesKnownTo, Format.Date(date))}" : text;
}
