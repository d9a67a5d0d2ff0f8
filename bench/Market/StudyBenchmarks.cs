using System.Text.Json;
using BenchmarkDotNet.Attributes;
using IrenPortal.Content;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using IrenPortal.Market.Prices;
using NodaTime;

namespace IrenPortal.MarketBench;

/// <summary>Event studies of the shipped announcements on the shipped bars. Aims: one 100 µs, all 20 ms.</summary>
[MemoryDiagnoser]
public class StudyBenchmarks
{
    private static readonly ExchangeCalendar Calendar = ExchangeCalendar.UsEquities;

    private PriceSeries _firmPrices = null!;
    private PriceSeries _indexPrices = null!;
    private StudySeries _firm = null!;
    private StudySeries _index = null!;
    private Dictionary<string, ReleaseMoment> _moments = null!;

    /// <summary>Reads <c>wwwroot-content/</c> of the working directory.</summary>
    [GlobalSetup]
    public void Read()
    {
        var (set, issues) = ContentFolder.Read("wwwroot-content", new ContentFolderOptions(SystemClock.Instance.GetCurrentInstant()));
        var content = set ?? throw new InvalidOperationException(string.Join('\n', issues));
        PriceSeries Series(string symbol) => new(symbol, "USD", content.Prices.Single(p => p.Symbol == symbol).Bars, []);
        (_firmPrices, _indexPrices) = (Series("IREN"), Series("QQQ"));
        (_firm, _index) = (StudySeries.From(_firmPrices), StudySeries.From(_indexPrices));
        _moments = content.Announcements.ToDictionary(
            a => a.Slug, a => a.ReleaseAt is { } instant ? ReleaseMoment.At(instant) : ReleaseMoment.On(a.ReleaseDate!.Value, a.Timing), StringComparer.Ordinal);
    }

    /// <summary>One study from series that are ready.</summary>
    [Benchmark]
    public EventStudy OneStudy() => Study("microsoft-ai-cloud-contract", _firm, _index);

    /// <summary>The same as JSON, with its 300 probabilities.</summary>
    [Benchmark]
    public void OneStudyAsJson()
    {
        using var json = new Utf8JsonWriter(Stream.Null);
        StudyJson.Write(json, OneStudy(), Calendar);
    }

    /// <summary>Every announcement of the site, from stored bars.</summary>
    [Benchmark]
    public int AllStudiesOfTheSite()
    {
        var (firm, index) = (StudySeries.From(_firmPrices), StudySeries.From(_indexPrices));
        return _moments.Keys.Sum(slug => Study(slug, firm, index).Models.Count);
    }

    private EventStudy Study(string slug, StudySeries firm, StudySeries index) =>
        StudyRun.Of(firm, index, _moments[slug], Calendar, [.. _moments.Where(m => m.Key != slug).Select(m => new OtherEvent(m.Value, m.Key))]);
}
