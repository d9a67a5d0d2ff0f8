using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Reactions;
using NodaTime;

namespace IrenPortal.Site.News;

/// <summary>
/// One session of the window. <paramref name="FirmSum"/> and <paramref name="BenchmarkSum"/> are sums of daily returns since the
/// close before day 0 (before it, the same sum taken backwards), null beyond a session that is missing.
/// </summary>
public sealed record ReactionSession(
    int Day, LocalDate Date, decimal? Close, long? Volume, decimal? VolumeMultiple,
    decimal? FirmReturn, decimal? BenchmarkReturn, decimal? FirmSum, decimal? BenchmarkSum, IReadOnlyList<ReleaseInWindow> Releases)
{
    /// <summary>What the model expects of the share on this day; null without a model or a price.</summary>
    public double? Expected { get; init; }

    /// <summary>The abnormal return.</summary>
    public Estimate? Abnormal { get; init; }

    /// <summary>Abnormal returns summed from day -10 on; null beyond a session that is missing.</summary>
    public Estimate? Cumulative { get; init; }

    /// <summary>Where <see cref="FirmSum"/> would lie without news, 95 in 100 times; from the close before day 0 on.</summary>
    public (double Low, double High)? WithoutNews { get; init; }

    /// <summary>The sessions of a reaction, ascending, also those to come.</summary>
    public static IReadOnlyList<ReactionSession> Of(Reaction reaction, ModelStudy? model)
    {
        var firm = Sums(reaction.Window, d => d.FirmReturn);
        var benchmark = Sums(reaction.Window, d => d.BenchmarkReturn);
        var usual = reaction.Day0?.UsualVolume;
        var path = model?.PathFrom(EventWindow.Reported.First) ?? [];
        var after = model?.PathFrom(0) ?? [];
        return [.. reaction.Window.Select((d, i) => new ReactionSession(
            d.RelativeDay, d.Date, d.Close, d.Volume, usual > 0 ? d.Volume / usual : null, d.FirmReturn, d.BenchmarkReturn, firm[i], benchmark[i],
            [.. reaction.OtherReleases.Where(o => o.RelativeDay == d.RelativeDay)])
        {
            Expected = model?.On(d.RelativeDay)?.ExpectedReturn,
            Abnormal = model?.On(d.RelativeDay)?.Abnormal,
            Cumulative = path.FirstOrDefault(p => p.Day == d.RelativeDay)?.Abnormal,
            WithoutNews = d.RelativeDay == -1 && after.Count > 0 ? (0, 0) : after.FirstOrDefault(p => p.Day == d.RelativeDay) is { } point ? Band(point) : null,
        })];
    }

    /// <summary>The reach of a range around its estimate, to either side.</summary>
    public static double Reach(Estimate estimate) => estimate.Interval().High - estimate.Value;

    private static (double Low, double High) Band(PathPoint point) => (point.ExpectedSum - Reach(point.Abnormal), point.ExpectedSum + Reach(point.Abnormal));

    private static decimal?[] Sums(IReadOnlyList<WindowDay> days, Func<WindowDay, decimal?> of)
    {
        var sums = new decimal?[days.Count];
        decimal? sum = 0;
        for (var i = 0; i < days.Count; i++)
        {
            if (days[i].RelativeDay >= 0)
            {
                sums[i] = sum += of(days[i]);
            }
        }

        sum = 0;
        for (var i = days.Count - 1; i >= 0; i--)
        {
            if (days[i].RelativeDay < 0)
            {
                sums[i] = sum;
                sum -= of(days[i]);
            }
        }

        return sums;
    }
}
