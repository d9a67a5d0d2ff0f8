using IrenPortal.Content.Csv;
using IrenPortal.Content.FrontMatter;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content;

/// <summary>Daily prices for an event study as CSV: <c>date,close</c>, and where present <c>adj_close,volume,adj_volume</c>.</summary>
public static class StudyCsv
{
    private const string Date = "date";
    private const string Close = "close";
    private const string AdjustedClose = "adj_close";
    private const string Volume = "volume";
    private const string AdjustedVolume = "adj_volume";

    private static readonly string[] Columns = [Date, Close, AdjustedClose, Volume, AdjustedVolume];

    /// <summary>
    /// Reads and checks a file. Header names ignore case; without <c>adj_close</c> the close is used, without
    /// <c>adj_volume</c> the volume, whose cells may be empty; other columns are passed over unless they look like a slip.
    /// Refused are dates that do not ascend or on which the market was closed, and figures that are no plain numbers. A
    /// session without a row is no fault.
    /// </summary>
    /// <param name="path">The file as the caller names it.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="symbol">What to call the series.</param>
    /// <param name="calendar">The days on which it trades.</param>
    public static ContentRead<StudySeries> Read(string path, string text, string symbol, ExchangeCalendar calendar)
    {
        var table = CsvTable.Read(path, text, Columns, required: [Date, Close]);
        var bars = new List<StudyBar>(table.Rows.Count);
        LocalDate? newest = null;
        foreach (var row in table.Rows)
        {
            var date = SessionOf(row, calendar);
            var close = PriceOf(row, Close);
            var adjusted = row.Has(AdjustedClose) ? PriceOf(row, AdjustedClose) : close;
            var volume = VolumeOf(row, Volume);
            volume = row.Has(AdjustedVolume) ? VolumeOf(row, AdjustedVolume) : volume;
            if (date <= newest)
            {
                row.Fault(Date, $"is {LocalDatePattern.Iso.Format(date.Value)}, after {LocalDatePattern.Iso.Format(newest.Value)}: put the rows in order of date, one a date");
            }
            else if (date is { } day)
            {
                newest = day;
                if (close is { } traded && adjusted is { } comparable)
                {
                    bars.Add(new StudyBar(day, traded, comparable, volume));
                }
            }
        }

        return table.Finish(new StudySeries(symbol, bars));
    }

    private static LocalDate? SessionOf(CsvRow row, ExchangeCalendar calendar)
    {
        if (row.Date(Date) is not { } date)
        {
            return null;
        }

        if (!calendar.Covers(date))
        {
            row.Fault(Date, FormattableString.Invariant(
                $"is {date:uuuu-MM-dd}, outside {calendar.First:uuuu-MM-dd} to {calendar.Last:uuuu-MM-dd}, the days that the exchange calendar knows: leave the row out"));
            return null;
        }

        if (!calendar.IsSession(date))
        {
            row.Fault(Date, $"is {LocalDatePattern.Iso.Format(date)}, on which the market did not trade: correct it or leave the row out");
            return null;
        }

        return date;
    }

    private static double? PriceOf(CsvRow row, string column)
    {
        if (row.Number(column, "a price with a point and no thousands separators, such as 67.75") is not { } price)
        {
            return null;
        }

        // The highest price is out of reach of the digits that a cell may have.
        if (price >= StudySeries.LeastPrice)
        {
            return price;
        }

        row.Fault(column, $"is `{FieldReader.Shown(row.Text(column))}`: write a price above zero");
        return null;
    }

    private static double? VolumeOf(CsvRow row, string column) => row.Text(column).Length == 0
        ? null
        : row.Number(column, "a number of shares without thousands separators, such as 28703300, or leave the cell empty");
}
