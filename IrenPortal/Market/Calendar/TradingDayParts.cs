namespace IrenPortal.Market.Calendar;

/// <summary>The three cells of the trading-day glyph: those in which a release may lie.</summary>
[Flags]
public enum TradingDayParts
{
    /// <summary>No cell: no session on that date, or only the date is known.</summary>
    None = 0,

    /// <summary>Before the session opens.</summary>
    Before = 1,

    /// <summary>While the session is open.</summary>
    During = 2,

    /// <summary>At or after the session's close.</summary>
    After = 4,
}
