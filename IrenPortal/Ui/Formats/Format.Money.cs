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
        approximate ? Phrase.With(UiTexts.About, Plain(amount, currency)) : Plain(amount, currency);

    /// <summary>As <see cref="Money"/>, for the middle of a sentence: <c>about $9.7bn</c>.</summary>
    public static string MoneyInText(decimal amount, string currency = "USD", bool approximate = false) =>
        approximate ? Phrase.With(UiTexts.AboutInText, Plain(amount, currency)) : Plain(amount, currency);

    /// <summary>A sum without words for its size, below a thousand with its cents: <c>$9,613,450</c>, <c>$12.35</c>, <c>$10</c>.</summary>
    public static string Sum(decimal amount, string currency = "USD")
    {
        var rounded = Rounded(amount);
        return (rounded < 0 ? Minus.ToString() : "") + Exactly(Math.Abs(rounded), currency);
    }

    /// <summary>As <see cref="Sum"/>, with its sign: <c>+$3,842</c>, <c>−$12.35</c>; no sign on zero.</summary>
    public static string SignedSum(decimal amount, string currency = "USD") => (Rounded(amount) > 0 ? "+" : "") + Sum(amount, currency);

    /// <summary>An amount that somebody named, to the cent where it has cents: <c>$10,000</c>, <c>$1,234.50</c>.</summary>
    public static string Exactly(decimal amount, string currency = "USD") =>
        CurrencySign(currency) + (amount == decimal.Truncate(amount) ? Number(amount, 0) : Price(amount));

    /// <summary>What stands before an amount: <c>$</c>, <c>A$</c>, or the code and a space.</summary>
    public static string CurrencySign(string currency) => currency switch
    {
        "USD" => "$",
        "AUD" => "A$",
        "CAD" => "C$",
        "EUR" => "€",
        "GBP" => "£",
        _ => currency + "\u00a0",
    };

    private static decimal Rounded(decimal amount) => decimal.Round(amount, Math.Abs(amount) >= 1_000 ? 0 : 2, MidpointRounding.AwayFromZero);

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
        return (amount < 0 ? Minus.ToString() : "") + CurrencySign(currency) + figure;
    }
}
