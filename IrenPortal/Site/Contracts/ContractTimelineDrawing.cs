using IrenPortal.Ui.Charts;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Contracts;

/// <summary>
/// The timeline: solid from a day of acceptance, a shaded target quarter and dashes after it for what is planned, words
/// alone where the sources give no day; the copper line is the announcement, the dotted one the day of the page.
/// </summary>
public static class ContractTimelineDrawing
{
    /// <summary>Width of the left margin that holds the rows' names on wide pages, as the style sheet has it.</summary>
    private const double NameMargin = 184;

    private const double Top = 26;
    private const double WideRow = 54;
    private const double BarHeight = 22;

    /// <summary>Draws the timeline for wide or for narrow pages.</summary>
    public static Drawing Make(ContractTimeline timeline, bool wide)
    {
        var width = wide ? 976 - NameMargin : 288;
        var sheet = new Sheet(timeline, wide, width);
        foreach (var row in timeline.Rows)
        {
            sheet.Add(row);
        }

        sheet.AddLoad();
        return sheet.Finish();
    }

    private sealed class Sheet(ContractTimeline timeline, bool wide, double width)
    {
        private readonly List<Mark> _marks = [];
        private double _y = Top;

        private double Event => X(timeline.Announced);

        private double AsOf => X(timeline.AsOf);

        private double End => timeline.End is { } end ? X(end.PlusDays(1)) : 1;

        public void Add(TimelineRow row)
        {
            if (row.Kind == TimelineKind.Agreement)
            {
                AddAgreement(row);
                return;
            }

            var bar = Begin(row.Name, row.Detail, wide ? [] : [row.Words]);
            var middle = bar + (BarHeight / 2);
            switch (row)
            {
                case { Kind: TimelineKind.Accepted, From: { } from }:
                    _marks.Add(new Block(X(from), End, bar, BarHeight, "solid"));
                    Inside(row.Words, X(from), bar, "on-ink strong");
                    break;
                case { Kind: TimelineKind.Planned, From: { } from, To: { } to }:
                    _marks.Add(new Block(X(to), End, bar, BarHeight, "planned"));
                    _marks.Add(new Block(X(from), X(to), bar, BarHeight, "band"));
                    Inside(row.Words, X(to), bar, "halo");
                    break;
                case { Kind: TimelineKind.Deal, From: { } day }:
                    _marks.Add(new Diamond(X(day), middle, 8, "solid"));
                    Inside(row.Words, X(day), bar, "halo", 6);
                    break;
                default:
                    Inside(row.Words, Event, bar, "halo");
                    break;
            }

            Close(wide || row.From is not null ? bar + BarHeight : bar - 6);
        }

        public void AddLoad()
        {
            if (timeline.LoadWords is not { } words || (timeline.Accepted.Count == 0 && timeline.Expected.Count == 0))
            {
                return;
            }

            var top = Begin(ContractTexts.LoadAccepted, wide ? ContractTexts.AndRunRate : null, wide ? [] : [words, ContractTexts.CompanyExpectation]) + (wide ? 22 : 14);
            var bottom = top + 72;
            var most = timeline.Expected.Concat(timeline.Accepted).Max(s => s.Megawatts);
            var scale = new LinearScale(0, (double)most, bottom, top);
            _marks.Add(new Rule(0, bottom, 1, bottom, "zero"));

            var now = timeline.Accepted.Where(s => s.From <= timeline.AsOf).Select(s => s.Megawatts).LastOrDefault();
            _marks.Add(new Curve([Stairs(timeline.Accepted.Where(s => s.From <= timeline.AsOf), Event, 0, AsOf, scale)], "firm"));
            if (timeline.Expected.Count > 0)
            {
                _marks.Add(new Curve([Stairs(timeline.Expected, AsOf, now, End, scale)], "expected"));
            }

            var at = scale.At((double)now);
            _marks.Add(new Dot(AsOf, at, 4.5, "dot"));
            _marks.Add(new Words(timeline.Accepted.Count == 0 ? AsOf : X(timeline.Accepted[^1].From), at - 8, Format.Megawatts(now), Anchor.End, "words strong halo", -6));
            if (wide)
            {
                var from = timeline.Expected.Count == 0 ? AsOf : X(timeline.Expected[^1].From);
                var right = (1 - from) * width >= TextWidth.Of(words, 14, strong: true) + 12;
                var (anchor, offset) = right ? (Anchor.Start, 12) : (Anchor.End, -12);
                _marks.Add(new Words(from, top + 21, words, anchor, "words strong halo", offset));
                _marks.Add(new Words(from, top + 42, ContractTexts.CompanyExpectation, anchor, "words muted halo", offset));
            }

            _y = bottom + 14;
        }

        public Drawing Finish()
        {
            List<Mark> back = [];
            for (var year = timeline.From.Year + 1; year <= timeline.To.PlusDays(1).Year; year++)
            {
                var at = X(new LocalDate(year, 1, 1));
                back.Add(new Rule(at, 18, at, _y, "grid"));
                if (at * width < width - 34)
                {
                    back.Add(new Words(at, 12, Format.Year(year), Anchor.Start, "words muted", wide ? 6 : 2));
                }
            }

            back.Add(new Rule(AsOf, 18, AsOf, _y, "as-of"));
            // On narrow pages the rows' names stand in the plot: the line goes behind them.
            back.Add(new Rule(Event, 18, Event, _y, "event"));
            return new Drawing(_y + 4, width, [.. back, .. _marks]);
        }

        private void AddAgreement(TimelineRow row)
        {
            _ = Begin(row.Name, row.Detail, []);
            var (first, second) = wide ? (_y + 21, _y + 40) : (_y + 44, _y + 62);
            _marks.Add(new Words(Event, first, ContractTexts.Announced, Anchor.Start, "words strong accent halo", 8));
            _marks.Add(new Words(Event, second, Format.Date(timeline.Announced), Anchor.Start, "words accent halo", 8));
            var label = Phrase.With(ContractTexts.AsOf, Format.Date(timeline.AsOf));
            var wideness = TextWidth.Of(label, 14, strong: false) + 8;
            var clear = (Event * width) + 8 + TextWidth.Of(ContractTexts.Announced, 14, strong: true) + 12;
            if ((AsOf * width) + 8 > clear && (AsOf * width) + wideness < width)
            {
                _marks.Add(new Words(AsOf, first, label, Anchor.Start, "words halo", 8));
            }
            else if ((AsOf * width) - wideness > clear)
            {
                _marks.Add(new Words(AsOf, first, label, Anchor.End, "words halo", -8));
            }

            Close(wide ? _y + WideRow - 16 : _y + 62);
        }

        // Writes the row's name and gives the top of its bar.
        private double Begin(string name, string? detail, IReadOnlyList<string> lines)
        {
            if (wide)
            {
                _marks.Add(new Words(0, _y + (detail is null ? 31 : 22), name, Anchor.Start, "words strong", -NameMargin));
                if (detail is not null)
                {
                    _marks.Add(new Words(0, _y + 41, detail, Anchor.Start, "words muted", -NameMargin));
                }

                return _y + ((WideRow - BarHeight) / 2);
            }

            _marks.Add(new Words(0, _y + 20, name, Anchor.Start, "words strong halo"));
            if (detail is not null)
            {
                _marks.Add(new Words(0, _y + 20, detail, Anchor.Start, "words muted halo", TextWidth.Of(name, 14, strong: true) + 8));
            }

            var line = _y + 20;
            foreach (var text in lines.SelectMany(l => TextWidth.Wrap(l, width, 14, strong: false)))
            {
                line += 19;
                _marks.Add(new Words(0, line, text, Anchor.Start, "words halo"));
            }

            return line + 10;
        }

        // The words of a bar on wide pages: right of where it begins, or left of it near the edge, cut to what is there.
        private void Inside(string words, double x, double bar, string @class, double lead = 0)
        {
            if (!wide)
            {
                return;
            }

            var strong = @class.Contains("strong", StringComparison.Ordinal);
            var right = width - (x * width) - 24 - lead;
            var left = (x * width) - 24;
            var toRight = right >= left || right >= TextWidth.Of(words, 14, strong);
            var text = TextWidth.Fit(words, toRight ? right : left, 14, strong);
            var offset = 12 + lead;
            _marks.Add(new Words(
                x, bar + 16, text, toRight ? Anchor.Start : Anchor.End,
                toRight ? $"words {@class}" : $"words {@class.Replace("on-ink", "halo", StringComparison.Ordinal)}", toRight ? offset : -offset));
        }

        private void Close(double foot)
        {
            _y = wide ? _y + WideRow : foot + 12;
            _marks.Add(new Rule(0, _y, 1, _y, "row"));
            if (wide)
            {
                _marks.Add(new Stub(0, _y, -NameMargin, 0, "row"));
            }
        }

        private List<PlotPoint> Stairs(IEnumerable<LoadStep> steps, double from, decimal load, double to, LinearScale scale)
        {
            List<PlotPoint> points = [new(from, scale.At((double)load))];
            foreach (var step in steps)
            {
                points.Add(new PlotPoint(X(step.From), points[^1].Y));
                points.Add(new PlotPoint(X(step.From), scale.At((double)step.Megawatts)));
            }

            points.Add(new PlotPoint(to, points[^1].Y));
            return points;
        }

        private double X(LocalDate day)
        {
            var span = (double)Math.Max(1, Period.DaysBetween(timeline.From, timeline.To.PlusDays(1)));
            return Math.Clamp(Period.DaysBetween(timeline.From, day) / span, 0, 1);
        }
    }
}
