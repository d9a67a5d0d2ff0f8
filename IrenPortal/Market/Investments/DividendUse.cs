namespace IrenPortal.Market.Investments;

/// <summary>What is done with cash dividends.</summary>
public enum DividendUse
{
    /// <summary>More shares are bought at the close of the ex-date.</summary>
    Reinvested,

    /// <summary>They are kept as cash, without interest.</summary>
    Cash,

    /// <summary>They are left out: the price alone counts.</summary>
    LeftOut,
}
