using IrenPortal.Content;
using IrenPortal.Hosting.Answers;
using IrenPortal.Market.Investments;

namespace IrenPortal.Site.Stock.Calculator;

/// <summary>An investment session by session as CSV: closes as traded, shares to 8 decimals, money to 4.</summary>
public static class CalculatorCsv
{
    /// <summary>Both investments; the cells of the second are empty where there is none.</summary>
    public static Answer Answer(InvestmentPath path, InvestmentPath? other)
    {
        var others = other?.Points.ToDictionary(p => p.Date) ?? [];
        var csv = new CsvText(["date", "symbol", "close", "shares", "cash", "value", "against", "against_close", "against_shares", "against_cash", "against_value"]);
        foreach (var point in path.Points)
        {
            csv.Row([CsvCell.Date(point.Date), .. Cells(path.Symbol, point), .. Cells(other?.Symbol, others.GetValueOrDefault(point.Date))]);
        }

        return Hosting.Answers.Answer.Csv(csv.ToString());
    }

    private static IEnumerable<string> Cells(string? symbol, InvestmentPoint? point) =>
        [CsvCell.Text(symbol), CsvCell.Number(point?.Close), Rounded(point?.Shares, 8), Rounded(point?.Cash, 4), Rounded(point?.Value, 4)];

    private static string Rounded(decimal? number, int decimals) =>
        CsvCell.Number(number is { } known ? decimal.Round(known, decimals, MidpointRounding.AwayFromZero) : null);
}
