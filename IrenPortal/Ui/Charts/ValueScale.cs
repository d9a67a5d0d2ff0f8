using IrenPortal.Ui.Formats;

namespace IrenPortal.Ui.Charts;

/// <summary>Heights of prices, or of multiples of a first price, with the ticks of their axis.</summary>
internal sealed class ValueScale
{
    private const double Room = 0.06;
    private const int AboutTicks = 4;
    private readonly LinearScale _scale;
    private readonly bool _log;
    private readonly bool _multiples;

    /// <summary>Maps what lies between two values, with some room around them.</summary>
    /// <param name="low">The least value; above 0.</param>
    /// <param name="high">The greatest value.</param>
    /// <param name="bottom">The height of the lower edge in pixels from the top.</param>
    /// <param name="top">The height of the upper edge.</param>
    /// <param name="log">Equal ratios take equal heights.</param>
    /// <param name="multiples">Values are multiples, labelled as changes in per cent.</param>
    public ValueScale(decimal low, decimal high, double bottom, double top, bool log, bool multiples)
    {
        (_log, _multiples) = (log && low > 0, multiples);
        var (from, to) = (Placed((double)low), Placed((double)high));
        _scale = new LinearScale(from - ((to - from) * Room), to + ((to - from) * Room), bottom, top);
    }

    /// <summary>The height of a value.</summary>
    public double At(decimal value) => _scale.At(Placed((double)value));

    /// <summary>The ticks from low to high.</summary>
    public IEnumerable<ValueTick> Ticks()
    {
        var (low, high) = (Value(_scale.Low), Value(_scale.High));
        var values = _log ? NiceTicks.Logarithmic(low, high, AboutTicks)
            : _multiples ? [.. NiceTicks.Between((low - 1) * 100, (high - 1) * 100, AboutTicks).Select(t => 1 + (t / 100))]
            : NiceTicks.Between(low, high, AboutTicks);
        var decimals = values.Any(v => (_multiples ? v * 100 : v) is var shown && Math.Abs(shown - Math.Round(shown)) > 1e-6) ? _multiples ? 1 : 2 : 0;
        return values.Select(v => new ValueTick(
            At((decimal)v), _multiples ? Format.SignedPercent(v - 1, decimals) : Format.Price((decimal)v, decimals), _multiples && Math.Abs(v - 1) < 1e-9));
    }

    private double Placed(double value) => _log ? Math.Log(value) : value;

    private double Value(double placed) => _log ? Math.Exp(placed) : placed;
}

/// <summary>A tick: its height in pixels, its label, and whether it is where nothing has changed.</summary>
internal sealed record ValueTick(double Y, string Label, bool IsZero);
