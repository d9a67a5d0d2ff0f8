using System.Runtime.InteropServices;
using NodaTime;

namespace IrenPortal.Market.EventStudies;

/// <summary>One day of -10..+10 under a model; returns are fractions.</summary>
/// <param name="Day">Sessions from day 0.</param>
/// <param name="Session">The session.</param>
/// <param name="FirmReturn">The share's return.</param>
/// <param name="IndexReturn">The index's return.</param>
/// <param name="ExpectedReturn">What the model expects of the share.</param>
/// <param name="Abnormal">The abnormal return.</param>
public sealed record AbnormalReturn(
    int Day, LocalDate Session, double FirmReturn, double IndexReturn, double ExpectedReturn, Estimate Abnormal);

/// <summary>
/// The abnormal returns of a window summed up. A window with a day that has none, because it is still to come or a price is
/// missing, has no estimate: it is never summed over fewer days.
/// </summary>
/// <param name="Window">Which days.</param>
/// <param name="Sum">CAR; null when days are missing.</param>
/// <param name="MissingDays">Days without an abnormal return, ascending.</param>
public sealed record CumulativeAbnormalReturn(EventWindow Window, Estimate? Sum, IReadOnlyList<int> MissingDays);

/// <summary>A point of the path of cumulated returns; sums of daily returns since the close before its first day.</summary>
/// <param name="Day">Sessions from day 0.</param>
/// <param name="Session">The session.</param>
/// <param name="FirmSum">Sum of the share's returns.</param>
/// <param name="ExpectedSum">Sum of what the model expects.</param>
/// <param name="Abnormal">Their difference with its errors.</param>
public sealed record PathPoint(int Day, LocalDate Session, double FirmSum, double ExpectedSum, Estimate Abnormal);

/// <summary>One event under one model and one kind of return. Immutable.</summary>
/// <param name="Returns">How returns are taken.</param>
/// <param name="Model">The fitted model, with the estimation residuals.</param>
/// <param name="Days">The days of -10..+10 that have a return of both share and index, ascending.</param>
/// <param name="Windows">The standard windows, in their order.</param>
public sealed record ModelStudy(
    ReturnKind Returns, FittedModel Model, IReadOnlyList<AbnormalReturn> Days, IReadOnlyList<CumulativeAbnormalReturn> Windows)
{
    /// <summary>The abnormal return of a day; null where there is none.</summary>
    public AbnormalReturn? On(int day) => Days.FirstOrDefault(d => d.Day == day);

    /// <summary>The sum over one of the standard windows; null when days are missing.</summary>
    public Estimate? Over(EventWindow window) => Windows.FirstOrDefault(w => w.Window == window)?.Sum;

    /// <summary>
    /// The running sums from <paramref name="first"/> on, up to the first missing day; empty when that is the first. The band
    /// without news around it is <see cref="PathPoint.ExpectedSum"/> plus or minus the quantile times the corrected error.
    /// </summary>
    public IReadOnlyList<PathPoint> PathFrom(int first)
    {
        var path = new List<PathPoint>();
        var (firm, index) = (new List<double>(), new List<double>());
        var (firmSum, expected) = (0.0, 0.0);
        foreach (var day in Days.Where(d => d.Day >= first))
        {
            if (day.Day != first + path.Count)
            {
                break;
            }

            firm.Add(day.FirmReturn);
            index.Add(day.IndexReturn);
            (firmSum, expected) = (firmSum + day.FirmReturn, expected + day.ExpectedReturn);
            path.Add(new PathPoint(
                day.Day, day.Session, firmSum, expected,
                Model.Cumulate(CollectionsMarshal.AsSpan(firm), CollectionsMarshal.AsSpan(index))));
        }

        return path;
    }
}
