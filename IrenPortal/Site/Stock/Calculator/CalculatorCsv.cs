using System.Text;
using IrenPortal.Content;
using IrenPortal.Hosting.Answers;
using IrenPortal.Market.Investments;
using NodaTime.Text;

namespace IrenPortal.Site.Stock.Calculator;

/// <summary>An investment session by session as CSV: closes as traded, shares to 8 decimals, money to 4.</summary>
public static class CalculatorCsv
{
    /// <summary>Both investments; the cells of the second are empty where there is none.</summary>
    public static Answer Answer(InvestmentPath path, InvestmentPath? other)
    {
        var others = other?.Points.ToDictionary(p => p.Date) ?? [];
        var text = new StringBuilder("date,symbol,close,shares,cash,value,against,against_close,against_shares,against_cash,against_value\n");
        foreach (var point in path.Points)
        {
            text.Append(LocalDatePattern.Iso.Format(point.Date)).Append(',');
            Append(text, path.Symbol, point);
            text.Append(',');
            Append(text, other?.Symbol, others.GetValueOrDefault(point.Date));
            text.Append('\n');
        }

        return new Answer("text/csv; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Append(StringBuilder text, string? symbol, InvestmentPoint? point) => text.AppendJoin(',',
        CsvCell.Text(symbol), CsvCell.Number(point?.Close), Rounded(point?.Shares, 8), Rounded(point?.Cash, 4), Rounded(point?.Value, 4));

    private static string Rounded(decimal? number, int decimals) =>
        CsvCell.Number(number is { } known ? decimal.Round(known, decimals, MidpointRounding.AwayFromZero) : null);
}
