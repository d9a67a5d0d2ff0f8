using IrenPortal.Ui.Formats;

namespace IrenPortal.Ui.Charts;

/// <summary>The scales of one price chart and what is drawn on them.</summary>
internal sealed class PricePlot
{
    private readonly IReadOnlyList<PricePoint> _points;
    private readonly IReadOnlyList<ComparedLine> _compared;
    private readonly PriceStyle _style;
    private readonly ValueScale _scale;

    public PricePlot(PriceHistory history, PriceStyle style, double top, double bottom, double width)
    {
        (_points, _compared, _style, Top, Bottom, Width) = (history.Points, history.Compared, style, top, bottom, width);
        var values = _compared.SelectMany(line => line.Multiples).OfType<decimal>()
            .Concat(_points.Select(p => Value(p.Close)))
            .Concat(style.Candles ? _points.SelectMany(p => new[] { p.High, p.Low }).OfType<decimal>().Select(Value) : [])
            .DefaultIfEmpty(1).ToList();
        _scale = new ValueScale(values.Min(), values.Max(), bottom, top, style.Log, multiples: IsComparison);
    }

    public double Top { get; }

    public double Bottom { get; }

    public double Width { get; }

    public bool IsComparison => _compared.Count > 0;

    public double X(int i) => (i + 0.5) / Math.Max(1, _points.Count);

    public double Y(int i) => _scale.At(Value(_points[i].Close));

    public IEnumerable<Mark> Prices()
    {
        foreach (var line in _compared.Where(l => l.Kind is not LineKind.Firm))
        {
            yield return new Curve(Runs(line), line.Kind.ToString().ToLowerInvariant());
        }

        if (_points.Count == 0)
        {
            yield break;
        }

        if (!_style.Candles)
        {
            yield return new Curve([[.. _points.Select((_, i) => new PlotPoint(X(i), Y(i)))]], "firm");
            yield break;
        }

        var (name, spans) = CandleSpans.Of(_points, Width);
        yield return new Candles([.. spans.Where(s => s.Close >= s.Open).Select(Drawn)], "rise");
        yield return new Candles([.. spans.Where(s => s.Close < s.Open).Select(Drawn)], "fall");
        if (name is not null)
        {
            yield return new Words(0, Bottom + 20, name, Anchor.Start, "words muted halo");
        }
    }

    public IEnumerable<Mark> ValueAxis()
    {
        foreach (var tick in _points.Count == 0 ? [] : _scale.Ticks())
        {
            yield return new Rule(0, tick.Y, 1, tick.Y, tick.IsZero ? "zero" : "grid");
            if (IsComparison)
            {
                yield return new Words(0, tick.Y + 5, tick.Label, Anchor.End, "words muted", -9);
            }
            else if (Math.Abs(tick.Y - Y(_points.Count - 1)) > 17)
            {
                yield return new Words(1, tick.Y + 5, tick.Label, Anchor.Start, "words muted", 9);
            }
        }
    }

    /// <summary>A dot at the end of each line, and in the right margin what it is and where it stands; in two lines where room is short.</summary>
    public IEnumerable<Mark> Ends(bool twoLines)
    {
        if (_points.Count == 0)
        {
            return [];
        }

        return IsComparison ? ComparedEnds(twoLines) :
        [
            new Dot(X(_points.Count - 1), Y(_points.Count - 1), 4.5, "dot"),
            new Words(1, Y(_points.Count - 1) + 5, Format.Price(_points[^1].Close), Anchor.Start, "words strong halo", 9),
        ];
    }

    public IEnumerable<Mark> TimeAxis(double y)
    {
        yield return new Rule(0, y, 1, y, "axis");
        foreach (var tick in TimeTicks.Of([.. _points.Select(p => p.Date)], Width))
        {
            var fits = (X(tick.Index) * Width) + TextWidth.Of(tick.Label, 14, strong: false) <= Width + 40;
            yield return new Rule(X(tick.Index), y, X(tick.Index), y + 5, "axis");
            if (fits)
            {
                yield return new Words(X(tick.Index), y + 21, tick.Label, Anchor.Start, "words muted");
            }
        }
    }

    public IEnumerable<Mark> Volume(double top, double foot)
    {
        var most = _points.Max(p => p.Volume) ?? 0;
        if (most <= 0)
        {
            yield break;
        }

        var scale = new LinearScale(0, most, foot, top);

        // One path for hundreds of bars: the same picture in a third of the bytes.
        yield return new Columns(
            [.. _points.Select((p, i) => (Point: p, X: X(i))).Where(p => p.Point.Volume > 0)
                .Select(p => new PlotPoint(p.X, scale.At(p.Point.Volume!.Value)))], 0.34 / _points.Count, foot, "volume");
    }

    private decimal Value(decimal price) => IsComparison ? price / _points[0].Close : price;

    private Candle Drawn(CandleSpan span) => new(
        (X(span.First) + X(span.Last)) / 2, 0.34 * (span.Last - span.First + 1) / _points.Count,
        _scale.At(Value(span.Open)), _scale.At(Value(span.High)), _scale.At(Value(span.Low)), _scale.At(Value(span.Close)));

    private List<IReadOnlyList<PlotPoint>> Runs(ComparedLine line)
    {
        var runs = new List<IReadOnlyList<PlotPoint>>();
        var run = new List<PlotPoint>();
        for (var i = 0; i <= line.Multiples.Count; i++)
        {
            if (i < line.Multiples.Count && line.Multiples[i] is { } multiple)
            {
                run.Add(new PlotPoint(X(i), _scale.At(multiple)));
            }
            else if (run.Count > 0)
            {
                runs.Add(run);
                run = [];
            }
        }

        return runs;
    }

    private IEnumerable<Mark> ComparedEnds(bool twoLines)
    {
        var ends = _compared.Select(line => (Line: line, At: line.Multiples.Count - 1 - line.Multiples.Reverse().TakeWhile(m => m is null).Count()))
            .Select(e => (e.Line.Symbol, e.Line.Kind, X: X(e.At), Multiple: e.Line.Multiples[e.At]!.Value))
            .Select(e => (e.Symbol, e.Kind, e.X, Y: _scale.At(e.Multiple), Change: Format.SignedPercent(e.Multiple - 1)))
            .OrderBy(e => e.Y).ToList();
        var places = Spread.Apart([.. ends.Select(e => e.Y)], twoLines ? 36 : 18, Top + (twoLines ? 8 : 4), Bottom - 4);
        foreach (var (end, y) in ends.Zip(places))
        {
            var weight = end.Kind is LineKind.Firm ? "words strong halo" : "words halo";
            yield return new Dot(end.X, end.Y, end.Kind is LineKind.Firm ? 4.5 : 3.5, end.Kind is LineKind.Firm ? "dot" : end.Kind is LineKind.Index ? "index-dot" : "peer-dot");
            yield return new Words(1, twoLines ? y - 4 : y + 5, twoLines ? end.Symbol : $"{end.Symbol} {end.Change}", Anchor.Start, weight, 9);
            if (twoLines)
            {
                yield return new Words(1, y + 13, end.Change, Anchor.Start, weight, 9);
            }
        }
    }
}
