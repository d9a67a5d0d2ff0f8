using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace IrenPortal.Data.Public;

/// <summary>Bars and corporate actions as the CSV that the ledger hashes and the site offers.</summary>
public static class BarCsv
{
    /// <summary><c>Date,Open,High,Low,Close,Volume</c>, LF line ends, plain decimals, an empty cell for what isn't known.</summary>
    public static string Write(IEnumerable<BarRevision> bars)
    {
        var text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        foreach (var bar in bars)
        {
            text.Append(LocalDatePattern.Iso.Format(bar.Date)).Append(',')
                .Append(Plain(bar.Open)).Append(',').Append(Plain(bar.High)).Append(',').Append(Plain(bar.Low)).Append(',')
                .Append(Plain(bar.Close)).Append(',')
                .Append(bar.Volume?.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary><c>ExDate,Kind,Value</c>.</summary>
    public static string Write(IEnumerable<CorporateActionRevision> actions)
    {
        var text = new StringBuilder("ExDate,Kind,Value\n");
        foreach (var action in actions)
        {
            text.Append(LocalDatePattern.Iso.Format(action.ExDate)).Append(',').Append(action.Kind).Append(',').Append(Plain(action.Value)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A decimal without exponent and trailing zeros; PostgreSQL keeps a number's scale, SQLite doesn't.</summary>
    public static string? Plain(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);
}
