using IrenPortal.Content;
using IrenPortal.Site.Events;
using IrenPortal.Site.Layout;
using IrenPortal.Site.News;

namespace IrenPortal.Site.FactSheet;

/// <summary>What the fact sheet shows. Immutable.</summary>
/// <param name="Chrome">What stands around it: the company, its contacts and the share.</param>
/// <param name="Contracts">Contracts with customers, the largest first.</param>
/// <param name="News">The newest releases.</param>
/// <param name="Events">Events that have not begun, the next one first.</param>
/// <param name="About">What the company is, in a sentence; null where no page says it.</param>
public sealed record FactSheetView(
    SiteChrome Chrome, IReadOnlyList<ContractDocument> Contracts, IReadOnlyList<CardView> News, IReadOnlyList<EventView> Events, string? About);
