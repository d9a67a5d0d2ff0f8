using IrenPortal.Market.Calendar;
using IrenPortal.Market.Reactions;
using NodaTime;

namespace IrenPortal.Site.News;

/// <summary>One announcement as a row of a list.</summary>
/// <param name="Slug">Its address under <c>/news/</c>.</param>
/// <param name="Headline">Plain text.</param>
/// <param name="Summary">Plain text.</param>
/// <param name="Moment">When it was released, as far as that is known.</param>
/// <param name="Category">Its category.</param>
/// <param name="Move">What the share did; null where the market has no figures for it.</param>
/// <param name="Reported">True where its figures are known from reports alone.</param>
public sealed record CardView(
    string Slug, string Headline, string Summary, ReleaseMoment Moment, string Category, CardMove? Move, bool Reported = false)
{
    /// <summary>Its address.</summary>
    public string Href => "/news/" + Slug;
}

/// <summary>The share's move beside a row. Fractions, close to close.</summary>
/// <param name="State">How much of it is known.</param>
/// <param name="Session">Day 0.</param>
/// <param name="Firm">The share's move on day 0, or over days -1 to +1 where only the release's date is known.</param>
/// <param name="Benchmark">The benchmark's move over the same sessions.</param>
/// <param name="ThreeSessions">True where both moves are those of days -1 to +1.</param>
public sealed record CardMove(ReactionState State, LocalDate Session, decimal? Firm, decimal? Benchmark, bool ThreeSessions)
{
    /// <summary>Takes it out of a reaction.</summary>
    public static CardMove Of(Reaction reaction) => reaction.TimeUnknown
        ? new CardMove(
            reaction.State, reaction.Session, reaction.ThreeSessions.FirmFraction, reaction.ThreeSessions.BenchmarkFraction, true)
        : new CardMove(
            reaction.State, reaction.Session, reaction.Day0?.Close.Fraction, reaction.Day0?.BenchmarkFraction, false);
}
