using IrenPortal.Market.Calendar;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.News;

namespace IrenPortal.Site.Stock;

/// <summary>A published release with what the share did.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Moment">When it was released.</param>
/// <param name="Reaction">What the share did.</param>
public sealed record ReleaseReaction(string Slug, string Headline, ReleaseMoment Moment, Reaction Reaction)
{
    /// <summary>Day 0, where it may be shown: with the time of day unknown only together with days -1 to +1.</summary>
    public EventDay? Shown => ReactionView.ShownDay(Reaction);
}

/// <summary>A release with its number, 1 for the oldest.</summary>
public sealed record NumberedRelease(int Number, ReleaseReaction Release);
