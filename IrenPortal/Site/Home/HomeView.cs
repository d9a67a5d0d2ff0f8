using IrenPortal.Content;
using IrenPortal.Site.Events;
using IrenPortal.Site.Layout;
using IrenPortal.Site.News;
using IrenPortal.Site.Stock.Reactions;
using IrenPortal.Ui.Charts;

namespace IrenPortal.Site.Home;

/// <summary>The home page.</summary>
public sealed record HomeView
{
    /// <summary>What stands around the content.</summary>
    public required SiteChrome Chrome { get; init; }

    /// <summary>The newest release, good or bad; null before the first.</summary>
    public CardView? Lead { get; init; }

    /// <summary>Whether the newest release has attachments.</summary>
    public bool LeadHasFiles { get; init; }

    /// <summary>The next releases, newest first.</summary>
    public IReadOnlyList<CardView> News { get; init; } = [];

    /// <summary>Featured releases that are neither the newest nor among <see cref="News"/>, newest first.</summary>
    public IReadOnlyList<CardView> Featured { get; init; } = [];

    /// <summary>What sets the day apart.</summary>
    public HomeDay Day { get; init; } = HomeDay.Quiet;

    /// <summary>Twelve months of closes with the releases on them; null without prices.</summary>
    public PriceHistory? History { get; init; }

    /// <summary>The newest release whose day may be shown.</summary>
    public MeasuredRelease? LastReaction { get; init; }

    /// <summary>Events that have not begun, the next one first.</summary>
    public IReadOnlyList<EventView> Events { get; init; } = [];

    /// <summary>Contracts with customers, the largest first.</summary>
    public IReadOnlyList<ContractDocument> Contracts { get; init; } = [];
}
