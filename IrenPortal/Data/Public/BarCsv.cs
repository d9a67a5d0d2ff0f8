using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Data.Public;

/// <summary>
/// Bars and corporate actions as the CSV that the ledger hashes, the site offers and the portal imports: LF line ends, plain
/// decimals, an empty cell for what isn't known.
/// </summary>
public static class BarCsv
{
    /// <summary>The first line of a file of bars.</summary>
    public const string Header = "Date,Open,High,Low,Close,Volume\n";

    /// <summary>The first line of a file of splits and dividends.</summary>
    public const string ActionHeader = "ExDate,Kind,Value\n";

    /// <summary>A file of bars, in the order given.</summary>
    public static string Write(IEnumerable<BarRevision> bars)
    {
        var text = new StringBuilder(Header);
        foreach (var bar in bars)
        {
            text.Append(Row(bar.Date, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume));
        }

        return text.ToString();
    }

    /// <summary>One bar's line with its end.</summary>
    public static string Row(LocalDate date, decimal? open, decimal? high, decimal? low, decimal close, long? volume) =>
        string.Join(',', LocalDatePattern.Iso.Format(date), Plain(open), Plain(high), Plain(low), Plain(close), volume?.ToString(CultureInfo.InvariantCulture)) + "\n";

    /// <summary>A file of splits and dividends, in the order given.</summary>
    public static string Write(IEnumerable<CorporateActionRevision> actions)
    {
        var text = new StringBuilder(ActionHeader);
        foreach (var action in actions)
        {
            text.Append(Row(action.ExDate, action.Kind, action.Value));
        }

        return text.ToString();
    }

    /// <summary>One action's line with its end.</summary>
    public static string Row(LocalDate exDate, string kind, decimal value) =>
        string.Join(',', LocalDatePattern.Iso.Format(exDate), kind, Plain(value)) + "\n";

    /// <summary>A decimal without exponent and trailing zeros; PostgreSQL keeps a number's scale, SQLite doesn't.</summary>
    public static string? Plain(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);
}
