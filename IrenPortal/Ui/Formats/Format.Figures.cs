using System.Globalization;

namespace IrenPortal.Ui.Formats;

/// <summary>
/// Figures, dates and words as every page and message prints them: invariant culture, U+2212 as the minus sign, halves
/// rounded away from zero.
/// </summary>
public static partial class Format
{
    /// <summary>The minus sign of printed figures, U+2212.</summary>
    public const char Minus = '\u2212';

    /// <summary>A fraction with its sign, in per cent: 0.115 is <c>+11.5%</c>, what rounds to nothing is <c>0.0%</c>.</summary>
    public static string SignedPercent(decimal fraction, int decimals = 1) => Signed(fraction * 100, decimals) + "%";

    /// <inheritdoc cref="SignedPercent(decimal, int)"/>
    public static string SignedPercent(double fraction, int decimals = 1) => SignedPercent((decimal)fraction, decimals);

    /// <summary>A fraction without a sign, in per cent, with no more decimals than it has: 0.2 is <c>20%</c>.</summary>
    public static string Percent(decimal fraction, int mostDecimals = 1) => Number(fraction * 100, mostDecimals) + "%";

    /// <summary>A figure with its sign and a fixed number of decimals: <c>−2.41</c>; no sign on zero.</summary>
    public static string Signed(decimal figure, int decimals = 2)
    {
        var rounded = decimal.Round(figure, decimals, MidpointRounding.AwayFromZero);
        var digits = Fixed(Math.Abs(rounded), decimals);
        return rounded > 0 ? "+" + digits : rounded < 0 ? Minus + digits : digits;
    }

    /// <summary>A price or another figure with a fixed number of decimals: <c>41.72</c>, <c>1,204.50</c>.</summary>
    public static string Price(decimal figure, int decimals = 2)
    {
        var rounded = decimal.Round(figure, decimals, MidpointRounding.AwayFromZero);
        return rounded < 0 ? Minus + Fixed(-rounded, decimals) : Fixed(rounded, decimals);
    }

    /// <summary>A figure with no more decimals than it has: <c>200</c>, <c>2.5</c>, <c>1,600</c>.</summary>
    public static string Number(decimal figure, int mostDecimals = 2)
    {
        var rounded = decimal.Round(figure, mostDecimals, MidpointRounding.AwayFromZero);
        var digits = Math.Abs(rounded).ToString("#,0." + new string('#', mostDecimals), CultureInfo.InvariantCulture);
        return rounded < 0 ? Minus + digits : digits;
    }

    /// <summary>A whole number: <c>80,440,700</c>.</summary>
    public static string Count(long number) => Number(number, 0);

    /// <summary>A whole number shortened to one decimal of thousands, millions or billions: <c>26.6m</c>.</summary>
    public static string Compact(long number) => Math.Abs(number) switch
    {
        >= 999_950_000 => Number(number / 1_000_000_000m, 1) + "bn",
        >= 999_950 => Number(number / 1_000_000m, 1) + "m",
        >= 10_000 => Number(number / 1_000m, 1) + "k",
        _ => Count(number),
    };

    /// <summary>A ratio: <c>2.8 ×</c>, its sign after a no-break space.</summary>
    public static string Multiple(decimal ratio, int decimals = 1) => Price(ratio, decimals) + "\u00a0×";

    /// <inheritdoc cref="Multiple(decimal, int)"/>
    public static string Multiple(double ratio, int decimals = 1) => Multiple((decimal)ratio, decimals);

    /// <summary>Power in MW: <c>200 MW</c>, the unit after a no-break space.</summary>
    public static string Megawatts(decimal megawatts) => Number(megawatts, 1) + "\u00a0MW";

    /// <summary>A p value: two decimals, three below 0.01 (where two would print a false nought), <c>&lt; 0.001</c> below that.</summary>
    public static string Probability(double p) => p < 0.001 ? "< 0.001" : Price((decimal)p, p < 0.01 ? 3 : 2);

    /// <summary>A number of things with its word: <c>1 release</c>, <c>5 releases</c>.</summary>
    public static string Plural(int number, string one, string many) => $"{Count(number)} {(number == 1 ? one : many)}";

    private static string Fixed(decimal magnitude, int decimals) =>
        magnitude.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
}
