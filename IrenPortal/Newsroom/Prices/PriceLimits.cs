namespace IrenPortal.Newsroom.Prices;

/// <summary>What of new prices is believed without a person's look.</summary>
/// <param name="WildFactor">
/// A close that is more than this many times another, or less than one such part of it, is wildly different. At 1.5 that is a
/// rise of more than a half or a fall of more than a third, so that an unexplained split of two for one is always seen.
/// </param>
/// <param name="SettledSessions">How many sessions behind the newest a bar may still be corrected as a matter of course.</param>
public sealed record PriceLimits(decimal WildFactor, int SettledSessions)
{
    /// <summary>The limits where no setting says otherwise.</summary>
    public static PriceLimits Default { get; } = new(1.5m, 5);

    /// <summary>True when two prices of the same share are too far apart.</summary>
    public bool Wild(decimal price, decimal other) => price > other * WildFactor || price * WildFactor < other;
}
