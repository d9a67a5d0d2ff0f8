using System.Globalization;
using System.Text.RegularExpressions;

namespace IrenPortal.Newsroom.Preflight;

/// <summary>A figure as a text has it.</summary>
/// <param name="Words">As written.</param>
/// <param name="Value">In whole units.</param>
/// <param name="Unit">A currency code, <c>%</c>, <c>MW</c> or <c>years</c>.</param>
/// <param name="Half">Half a unit of its last written digit: what it may be off by having been rounded.</param>
internal sealed partial record WrittenFigure(string Words, decimal Value, string Unit, decimal Half)
{
    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    /// <summary>Every amount, percentage, load and number of years of a sentence.</summary>
    public static IReadOnlyList<WrittenFigure> In(string sentence) =>
        [.. Pattern().Matches(sentence).Select(Of).OfType<WrittenFigure>()];

    /// <summary>Whether it is this figure, as exact or rounded as it was written.</summary>
    public bool Says(decimal value, string unit) => Unit == unit && Math.Abs(Value - value) <= Half;

    private static WrittenFigure? Of(Match match)
    {
        var digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        var word = Array.FindIndex(Numbers, n => n.Equals(match.Groups["word"].Value, StringComparison.OrdinalIgnoreCase));
        if (word < 0 && !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        var scale = Scale(match.Groups["scale"].Value);
        var decimals = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var half = 0.5m / (decimal)Math.Pow(10, decimals) * scale;
        var unit = UnitOf(match);
        return word >= 0 ? new(match.Value, word, unit, 0) : new(match.Value, decimal.Parse(digits, CultureInfo.InvariantCulture) * scale, unit, half);
    }

    private static string UnitOf(Match match) => match.Groups["sign"].Value switch
    {
        "$" or "US$" => "USD",
        "A$" => "AUD",
        "C$" => "CAD",
        "€" => "EUR",
        "£" => "GBP",
        _ => match.Groups["percent"].Success ? "%" : match.Groups["load"].Success ? "MW" : "years",
    };

    private static decimal Scale(string word) => word.ToLowerInvariant() switch
    {
        "bn" or "billion" => 1_000_000_000,
        "m" or "million" => 1_000_000,
        "k" or "thousand" or "gw" or "gigawatts" => 1_000,
        _ => 1,
    };

    [GeneratedRegex(
        """
        (?<sign>US\$|A\$|C\$|\$|€|£)\s?(?<number>\d{1,15}(,\d{3})*(\.\d{1,6})?)(\s?(?<scale>bn|billion|million|thousand|m|k)\b)?
        |\b(?<number>\d{1,15}(,\d{3})*(\.\d{1,6})?)\s?(?<percent>%|per\scent\b|percent\b)
        |\b(?<number>\d{1,15}(,\d{3})*(\.\d{1,6})?)\s?(?<load>MW|megawatts|(?<scale>GW|gigawatts))\b
        |\b((?<number>\d{1,3}(\.\d{1,2})?)|(?<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))[\s-](years?)\b
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
