using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;

namespace IrenPortal.Commands;

/// <summary>A price file named on the command line or beside a panel.</summary>
internal static class StudyPriceFile
{
    /// <summary>The series, called as the file is; null with faults.</summary>
    public static StudySeries? Read(string path, ExchangeCalendar calendar, List<string> faults)
    {
        if (InputFile.Read(path, faults) is not { } text)
        {
            return null;
        }

        var read = StudyCsv.Read(path, text, Path.GetFileNameWithoutExtension(path), calendar);
        faults.AddRange(read.Issues.Select(issue => issue.ToString()));
        return read.Document;
    }
}
