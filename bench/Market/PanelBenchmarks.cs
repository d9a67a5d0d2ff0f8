using BenchmarkDotNet.Attributes;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.EventStudies.Panels;
using NodaTime;

namespace IrenPortal.MarketBench;

/// <summary>A panel of 500 events on drawn prices, ten for each of 50 firms. Aim: 100 ms.</summary>
[MemoryDiagnoser]
public class PanelBenchmarks
{
    private const int Firms = 50;
    private const int EventsOfFirm = 10;

    private static readonly ExchangeCalendar Calendar = ExchangeCalendar.UsEquities;

    private readonly Random _random = new(20251103);
    private StudySeries _index = null!;
    private List<StudySeries> _firms = null!;
    private List<PanelEvent> _events = null!;

    /// <summary>Draws prices of five years.</summary>
    [GlobalSetup]
    public void Draw()
    {
        _index = Series("INDEX");
        _firms = [.. Enumerable.Range(0, Firms).Select(i => Series($"F{i}"))];
        _events = Events();
    }

    /// <summary>The averages and tests alone.</summary>
    [Benchmark]
    public Panel Panel() => Market.EventStudies.Panels.Panel.Of(_events);

    /// <summary>With the 500 studies.</summary>
    [Benchmark]
    public Panel PanelWithItsStudies() => Market.EventStudies.Panels.Panel.Of(Events());

    private List<PanelEvent> Events() =>
        [.. _firms.SelectMany(firm => Enumerable.Range(0, EventsOfFirm).Select(i => new PanelEvent($"{firm.Symbol}-{i}", firm.Symbol, Study(firm, i))))];

    private EventStudy Study(StudySeries firm, int number) => StudyRun.Of(
        firm, _index, Moment(number), Calendar, [.. Enumerable.Range(0, EventsOfFirm).Where(i => i != number).Select(i => new OtherEvent(Moment(i)))]);

    private static ReleaseMoment Moment(int number) => ReleaseMoment.On(Calendar.OnOrAfter(new LocalDate(2021, 6, 1).PlusDays(130 * number)), ReleaseTiming.BeforeOpen);

    private StudySeries Series(string symbol)
    {
        var close = 100.0;
        return new StudySeries(symbol, Calendar.Sessions(new LocalDate(2020, 6, 1), new LocalDate(2025, 6, 1)).Select(session =>
        {
            close *= 1 + (0.04 * (_random.NextDouble() - 0.5));
            return new StudyBar(session, close, close, 1_000);
        }));
    }
}
