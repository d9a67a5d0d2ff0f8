using System.Runtime.InteropServices;

namespace IrenPortal.Ui.Charts;

/// <summary>Returns and volume around an event, day by day.</summary>
/// <param name="Days">The days in ascending order, day 0 being the session that could first react.</param>
/// <param name="First">The first day of the axis.</param>
/// <param name="Last">The last day of the axis, after <paramref name="First"/>.</param>
/// <param name="Firm">What the strong line is called at its end; empty leaves its value alone there.</param>
/// <param name="Benchmark">Symbol of the benchmark.</param>
/// <param name="Event">The release.</param>
/// <param name="Others">Other releases within the axis.</param>
public sealed record SessionWindow(
    IReadOnlyList<SessionDay> Days, int First, int Last, string Firm, string Benchmark,
    EventMark Event, IReadOnlyList<EventMark> Others)
{
    /// <summary>Where the strong line would lie without news, on adjoining days in ascending order; empty where nobody knows.</summary>
    public IReadOnlyList<BandDay> Band { get; init; } = [];

    /// <summary>Height of the plot in pixels, without what stands above and below it.</summary>
    public double PlotHeight { get; init; } = 260;

    /// <summary>Whether the value of day 0 is written beside its dot.</summary>
    public bool TellsDayZero { get; init; } = true;
}

/// <summary>One session of the window; what is not known is null.</summary>
/// <param name="Day">Sessions after day 0.</param>
/// <param name="Firm">Return since the close before day 0, as a fraction.</param>
/// <param name="Benchmark">The same of the benchmark.</param>
/// <param name="VolumeMultiple">Volume of the share in multiples of the usual one.</param>
public sealed record SessionDay(int Day, double? Firm, double? Benchmark = null, double? VolumeMultiple = null);

/// <summary>The band at one day, as fractions.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BandDay(int Day, double Low, double High);

/// <summary>A release on the axis of days.</summary>
/// <param name="At">The day, or half a day less where it came before the session.</param>
/// <param name="Label">What it is called where there is room.</param>
/// <param name="ShortLabel">What it is called where there is little.</param>
public sealed record EventMark(double At, string Label, string ShortLabel);
