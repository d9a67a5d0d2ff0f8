namespace IrenPortal.Ui.Formats;

public static partial class Format
{
    /// <summary>
    /// An amount in words of finance: <c>$9.7bn</c>, <c>$1.94bn</c>, <c>$128.8m</c>, <c>$600,000</c>; at most two decimals
    /// of a billion and one of a million. <paramref name="approximate"/> puts "About" before it.
    /// </summary>
    /// <param name="amount">In whole units of the currency.</param>
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="approximate">True where the source says "about".</param>
    public static string Money(decimal amount, string currency = "USD", bool approximate = false) =>
        approximate ? "About " + Plain(amount, currency) : Plain(amount, currency);

    /// <summary>As <see cref="Money"/>, for the middle of a sentence: <c>about $9.7bn</c>.</summary>
    public static string MoneyInText(decimal amount, string currency = "USD", bool approximate = false) =>
        approximate ? "about " + Plain(amount, currency) : Plain(amount, currency);

    private static string Plain(decimal amount, string currency)
    {
        var size = Math.Abs(amount);
        var figure = size switch
        {
            >= 999_950_000 => Number(size / 1_000_000_000m, 2) + "bn",
            >= 1_000_000 => Number(size / 1_000_000m, 1) + "m",
            >= 1_000 => Number(size, 0),
            _ => Number(size, 2),
        };
        return (amount < 0 ? Minus.ToString() : "") + Prefix(currency) + figure;
    }

    private static string Prefix(string currency) => currency switch
    {
        "USD" => "$",
        "AUD" => "A$",
        "CAD" => "C$",
        "EUR" => "€",
        "GBP" => "£",
        _ => currency + "\u00a0",
    };
}
