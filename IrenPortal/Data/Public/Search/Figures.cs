using System.Globalization;

namespace IrenPortal.Data.Public.Search;

/// <summary>
/// One token for one figure, however it is written: <c>9.7 billion</c>, <c>$9.7bn</c> and <c>9,700,000,000</c> are
/// <c>9700000000</c>, <c>3.25 %</c> is <c>3p25pct</c>, <c>1.6 GW</c> is <c>1600mw</c>.
/// </summary>
internal static class Figures
{
    private const int MostDigits = 15;
    private const decimal Million = 1_000_000;
    private const decimal Billion = 1_000_000_000;
    private const decimal Trillion = 1_000_000_000_000;
    private const string Percent = "pct";
    private const string Megawatts = "mw";
    private const string Kilowatts = "kw";

    /// <summary>The token of a number that was written in parts.</summary>
    /// <param name="number">Digits, perhaps with commas between thousands.</param>
    /// <param name="fraction">A point and digits, or nothing.</param>
    /// <param name="scale">Such as <c>bn</c> or <c>billion</c>, or nothing.</param>
    /// <param name="unit">Such as <c>%</c> or <c>mw</c>, or nothing.</param>
    public static string Token(string number, string fraction, string scale, string unit)
    {
        var digits = number.Replace(",", "", StringComparison.Ordinal);
        if (digits.Length > MostDigits)
        {
            return digits.Length > 100 ? digits[..100] : digits;
        }

        var places = fraction.Length > MostDigits ? fraction[..MostDigits] : fraction;
        var value = decimal.Parse(digits + places, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * Factor(scale);
        return unit switch
        {
            "" => Plain(value),
            "%" or "percent" or "per cent" or "pct" => Plain(value) + Percent,
            _ when unit[0] == 'g' => Plain(value * 1000) + Megawatts,
            _ when unit[0] == 'm' => Plain(value) + Megawatts,
            _ => Plain(value) + Kilowatts,
        };
    }

    /// <summary>What else a figure is found by: its number without the unit, its unit of power, and 9.7 for 9.7 billion.</summary>
    public static IEnumerable<string> Beside(string token)
    {
        var end = token.Length;
        while (end > 0 && char.IsAsciiLetterLower(token[end - 1]))
        {
            end--;
        }

        if (end < token.Length)
        {
            yield return token[..end];
            if (token[end..] is Megawatts or Kilowatts)
            {
                yield return token[end..];
            }
        }
        else if (decimal.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= Million)
        {
            var spoken = value / (value >= Trillion ? Trillion : value >= Billion ? Billion : Million);
            if (decimal.Round(spoken, 3) == spoken)
            {
                yield return Plain(spoken);
            }
        }
    }

    private static decimal Factor(string scale) => scale switch
    {
        "k" or "thousand" => 1_000,
        "m" or "mn" or "million" => Million,
        "b" or "bn" or "billion" => Billion,
        "tn" or "trillion" => Trillion,
        _ => 1,
    };

    private static string Plain(decimal value) => value.ToString("0.###############", CultureInfo.InvariantCulture).Replace('.', 'p');
}
