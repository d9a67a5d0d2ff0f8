using System.Globalization;
using System.Text.RegularExpressions;
using IrenPortal.Hosting;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Stock;

/// <summary>Amounts as people write them: <c>10000</c>, <c>10,000</c>, <c>$10,000.50</c>, <c>USD 10 000</c>.</summary>
public static partial class AmountEntry
{
    /// <summary>The greatest amount.</summary>
    public const decimal Most = 1_000_000_000;

    private const int LongestEcho = 30;

    /// <summary>Reads a field; what is no amount above 0 comes back with a sentence.</summary>
    /// <param name="fields">The query.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="currency">ISO 4217 code of the amount; its sign or code may stand before or after the figure.</param>
    public static FieldEntry<decimal> Read(QueryFields fields, string name, string currency)
    {
        if (fields.Text(name) is not { } text)
        {
            return FieldEntry.Empty<decimal>();
        }

        var figure = Figure().Match(WithoutCurrency(text, currency));
        var digits = figure.Value.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and <= Most)
        {
            return new FieldEntry<decimal>(amount, amount.ToString("0.##", CultureInfo.InvariantCulture));
        }

        return new FieldEntry<decimal>(
            null, text.Length <= LongestEcho ? text : text[..LongestEcho],
            $"Write an amount such as 10,000: above 0, at most {Format.Number(Most)}, cents after a point.");
    }

    private static string WithoutCurrency(string text, string currency)
    {
        var spaced = text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
        foreach (var sign in new[] { currency, Format.CurrencySign(currency).Trim(), currency == "USD" ? "US$" : currency })
        {
            spaced = spaced.StartsWith(sign, StringComparison.OrdinalIgnoreCase) ? spaced[sign.Length..]
                : spaced.EndsWith(sign, StringComparison.OrdinalIgnoreCase) ? spaced[..^sign.Length] : spaced;
        }

        return spaced.Trim();
    }

    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+)(\.[0-9]{1,2})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Figure();
}
