using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.Market.Reactions;

/// <summary>
/// A series read by sessions of a calendar, counted from day 0, in shares of day 0. What is missing is null: nothing is
/// filled or carried forward.
/// </summary>
internal sealed class SessionReturns(PriceSeries series, ExchangeCalendar calendar, LocalDate day0)
{
    private readonly Adjustment _adjustment = new(series);

    /// <summary>The bar of a relative day; null when it is missing or the calendar ends before it.</summary>
    public Bar? BarOf(int relativeDay) =>
        calendar.TryOffset(day0, relativeDay) is { } session ? series.BarOn(session) : null;

    /// <summary>The close of a relative day, adjusted for splits and dividends.</summary>
    public decimal? CloseOf(int relativeDay) =>
        BarOf(relativeDay) is { } bar ? bar.Close * _adjustment.PriceFactor(bar.Date, day0) : null;

    /// <summary>The volume of a relative day, adjusted for splits.</summary>
    public decimal? VolumeOf(int relativeDay) =>
        BarOf(relativeDay) is { } bar ? bar.Volume * _adjustment.VolumeFactor(bar.Date, day0) : null;

    /// <summary>The simple return of a relative day; null unless both consecutive sessions have a bar.</summary>
    public decimal? ReturnOf(int relativeDay) => CloseOf(relativeDay) / CloseOf(relativeDay - 1) - 1;

    /// <summary>The compounded move over days <paramref name="from"/> to <paramref name="to"/>; null when one is missing.</summary>
    public decimal? MoveOver(int from, int to) =>
        Enumerable.Range(from, to - from + 1).All(day => ReturnOf(day) is not null)
            ? CloseOf(to) / CloseOf(from - 1) - 1
            : null;

    /// <summary>The running sums of the returns of days <paramref name="from"/> to <paramref name="to"/>; null from the first missing one on.</summary>
    public IReadOnlyList<decimal?> CumulativeSums(int from, int to)
    {
        decimal? sum = 0;
        return Enumerable.Range(from, to - from + 1).Select(day => sum += ReturnOf(day)).ToList();
    }
}
