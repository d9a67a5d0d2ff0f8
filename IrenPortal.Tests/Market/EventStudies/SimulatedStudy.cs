using System.Text;
using System.Text.Json;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;
using NodaTime;

namespace IrenPortal.Tests.Market.EventStudies;

/// <summary>A share and an index with a bar on every session from day -131 to +10, and an announcement before the open of day 0.</summary>
internal sealed record SimulatedStudy(LocalDate Day0, IReadOnlyList<StudyBar> Firm, IReadOnlyList<StudyBar> Index)
{
    public const int First = -131;
    public const double Alpha = 0.001;
    public const double Beta = 1.5;
    public const double Sigma = 0.02;

    private const int Last = 10;

    private static readonly ExchangeCalendar Calendar = ExchangeCalendar.UsEquities;

    /// <summary>Returns drawn from the market model with normal errors, and an effect added to the share's return of day 0.</summary>
    public static SimulatedStudy Draw(int seed, double effect = 0, LocalDate? on = null)
    {
        var random = new Draws((ulong)seed);
        var (firm, index) = (new double[Last - First], new double[Last - First]);
        for (var i = 0; i < firm.Length; i++)
        {
            index[i] = 0.0005 + (0.01 * random.Normal());
            firm[i] = Alpha + (Beta * index[i]) + (Sigma * random.Normal()) + (First + 1 + i == 0 ? effect : 0);
        }

        var day0 = on ?? new LocalDate(2025, 6, 18);
        return new SimulatedStudy(day0, Bars(day0, 40, firm, random), Bars(day0, 400, index, random));
    }

    /// <summary>The session of a relative day.</summary>
    public LocalDate On(int day) => Calendar.Offset(Day0, day);

    /// <summary>The same without the share's bars of some days.</summary>
    public SimulatedStudy WithoutFirm(params int[] days) => this with { Firm = Without(Firm, days) };

    /// <summary>The same without the index's bars of some days.</summary>
    public SimulatedStudy WithoutIndex(params int[] days) => this with { Index = Without(Index, days) };

    /// <summary>The study.</summary>
    /// <param name="others">The days on which the firm announced something else, before the open.</param>
    public EventStudy Run(params int[] others) => StudyRun.Of(
        new StudySeries("FIRM", Firm), new StudySeries("INDEX", Index), ReleaseMoment.On(Day0, ReleaseTiming.BeforeOpen), Calendar,
        [.. others.Select(day => new OtherEvent(ReleaseMoment.On(On(day), ReleaseTiming.BeforeOpen)))]);

    /// <summary>A study as JSON.</summary>
    public static JsonElement Written(EventStudy study)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            StudyJson.Write(json, study, Calendar);
        }

        return JsonDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray())).RootElement;
    }

    private static StudyBar[] Bars(LocalDate day0, double close, double[] returns, Draws random)
    {
        var bars = new StudyBar[returns.Length + 1];
        for (var i = 0; i < bars.Length; i++)
        {
            close *= i == 0 ? 1 : 1 + returns[i - 1];
            bars[i] = new StudyBar(Calendar.Offset(day0, First + i), close, close, Math.Floor(1_000 + (9_000 * random.Uniform())));
        }

        return bars;
    }

    private List<StudyBar> Without(IReadOnlyList<StudyBar> bars, int[] days)
    {
        var gone = days.Select(On).ToHashSet();
        return [.. bars.Where(bar => !gone.Contains(bar.Date))];
    }

    // SplitMix64 (Steele, Lea, Flood 2014): Random's sequences of neighbouring seeds hang together.
    private sealed class Draws(ulong seed)
    {
        private ulong _state = seed * 0xD1342543DE82EF95;

        public double Uniform()
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }

        // Box and Muller.
        public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());
    }
}
