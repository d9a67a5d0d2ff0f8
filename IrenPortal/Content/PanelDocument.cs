using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;

namespace IrenPortal.Content;

/// <summary>What a panel file asks for.</summary>
/// <param name="Id">What results call it; null where it isn't named.</param>
/// <param name="Index">The symbol of the index.</param>
/// <param name="Events">The events, in the file's order; at least one, each with its own id.</param>
public sealed record PanelDocument(string? Id, string Index, IReadOnlyList<PanelEntry> Events);

/// <summary>One event of a panel.</summary>
/// <param name="Id">What results call it.</param>
/// <param name="Ticker">The firm's symbol.</param>
/// <param name="Moment">When it was announced; it has a session.</param>
/// <param name="Others">Announcements of the same firm that are no events of the panel.</param>
public sealed record PanelEntry(string Id, string Ticker, ReleaseMoment Moment, IReadOnlyList<OtherEvent> Others);
