namespace IrenPortal.Market.EventStudies;

/// <summary>How a return is taken; one study never mixes them.</summary>
public enum ReturnKind
{
    /// <summary>P(t) / P(t-1) - 1: the default. Sums over securities are those of a portfolio.</summary>
    Simple,

    /// <summary>ln(P(t) / P(t-1)): sums over time are exact.</summary>
    Log,
}

/// <summary>What a share would have done without the announcement.</summary>
public enum ReturnModel
{
    /// <summary>alpha + beta times the index: the default (MacKinlay 1997, sections 3 to 5).</summary>
    Market,

    /// <summary>The share's own mean.</summary>
    MeanAdjusted,

    /// <summary>What the index did.</summary>
    MarketAdjusted,
}
