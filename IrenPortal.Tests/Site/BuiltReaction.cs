using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Prices;
using IrenPortal.Market.Reactions;
using IrenPortal.Site.News;
using NodaTime;

namespace IrenPortal.Tests.Site;

/// <summary>A reaction on the shipped prices with something taken away, so that one state at a time shows.</summary>
internal sealed record BuiltReaction
{
    /// <summary>Before the open of 3 Nov 2025 unless a test says otherwise.</summary>
    public ReleaseMoment Moment { get; init; } = ReleaseMoment.On(new LocalDate(2025, 11, 3), ReleaseTiming.BeforeOpen);

    public PriceSeries Firm { get; init; } = Shipped.Firm;

    public PriceSeries? Benchmark { get; init; } = Shipped.Benchmark;

    public IReadOnlyList<OtherRelease> Others { get; init; } = [];

    public ReactionView View()
    {
        var reaction = RawReaction.Compute(Firm, Benchmark, Moment, Shipped.Calendar, Others);
        var study = Benchmark is null ? null : StudyRun.Of(
            StudySeries.From(Firm), StudySeries.From(Benchmark), Moment, Shipped.Calendar, [.. Others.Select(o => new OtherEvent(o.Moment, o.Slug))]);
        return ReactionView.From(reaction, study, Moment, [], ReactionPrices.Of(Firm, Benchmark, "QQQ"), Shipped.Calendar);
    }

    public static PriceSeries Between(PriceSeries series, LocalDate? first, LocalDate? last) => new(series.Symbol, series.Currency, series.Range(first, last), []);

    public static PriceSeries Without(PriceSeries series, LocalDate missing) => new(series.Symbol, series.Currency, [.. series.Bars.Where(b => b.Date != missing)], []);
}
