namespace IrenPortal.Site.Stock;

/// <summary>One of the pages about the share, as the navigation among them tells them apart.</summary>
public enum StockPart
{
    /// <summary>Price and chart.</summary>
    Chart,

    /// <summary>What the share did after each release.</summary>
    Reactions,

    /// <summary>Prices of a day or a range.</summary>
    History,

    /// <summary>What an investment became.</summary>
    Calculator,
}
