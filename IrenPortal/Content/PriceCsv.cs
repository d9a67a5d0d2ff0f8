using IrenPortal.Content.Csv;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content;

/// <summary>Daily bars as CSV: <c>Date,Open,High,Low,Close,Volume</c>.</summary>
public static class PriceCsv
{
    /// <summary>
    /// Reads and checks a file. Header names ignore case, only Date and Close must be there, other columns are passed over; rows
    /// may come in any order and come out oldest first. Refused are a repeated date, a day on which
    /// the market was closed, an open or close outside low to high, and numbers that are zero, negative or no plain numbers.
    /// </summary>
    /// <param name="path">The file as the caller names it.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="symbol">The symbol whose prices they are.</param>
    /// <param name="calendar">The days on which it trades; null leaves the days unchecked.</param>
    /// <param name="layout">How a foreign file is laid out; null for the portal's own.</param>
    public static ContentRead<PriceFile> Read(string path, string text, string symbol, ExchangeCalendar? calendar = null, PriceLayout? layout = null)
    {
        layout ??= PriceLayout.Own;
        var zone = calendar?.Zone ?? DateTimeZone.Utc;
        var table = CsvTable.Read(path, text, layout.Columns, required: [layout.Date, layout.Close]);
        var bars = new SortedDictionary<LocalDate, Bar>();
        foreach (var row in table.Rows)
        {
            var date = layout.Dates is PriceDates.Iso ? row.Date(layout.Date, timeMayFollow: layout.Decimals is not null) : row.UnixDate(layout.Date, layout.Dates is PriceDates.UnixMilliseconds, zone);
            var bar = new Bar(
                date ?? default, row.Price(layout.Open, layout.Decimals), row.Price(layout.High, layout.Decimals), row.Price(layout.Low, layout.Decimals),
                row.Price(layout.Close, layout.Decimals, required: true) ?? 0, row.Count(layout.Volume, rounded: layout.Decimals is not null));
            if (date is not { } day || bar.Close == 0)
            {
                continue;
            }

            foreach (var sentence in PriceChecks.IssuesOf(bar))
            {
                row.Fault(sentence);
            }

            if (calendar is not null && (!calendar.Covers(day) || !calendar.IsSession(day)))
            {
                row.Fault(layout.Date, $"is {LocalDatePattern.Iso.Format(day)}, on which the market of {symbol} did not trade: correct it or leave the row out");
            }

            if (!bars.TryAdd(day, bar))
            {
                row.Fault(layout.Date, $"repeats {LocalDatePattern.Iso.Format(day)}: keep one row a date");
            }
        }

        return table.Finish(new PriceFile(symbol, [.. bars.Values]));
    }
}
