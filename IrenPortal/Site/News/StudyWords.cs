using IrenPortal.Market.EventStudies;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.News;

/// <summary>How pages tell what an event study found: always with its range, never as a verdict.</summary>
public static class StudyWords
{
    private const int FinestDecimals = 4;

    /// <summary>A window as a table names it: <c>Day 0</c>, <c>−1 to +1</c>.</summary>
    public static string Short(EventWindow window) => window == EventWindow.DayZero ? Phrase.With(NewsTexts.DayTitle, Day(0)) : Span(window);

    /// <summary>A window that begins a line: <c>Day 0</c>, <c>Days −1 to +1</c>.</summary>
    public static string Name(EventWindow window) => window == EventWindow.DayZero ? Phrase.With(NewsTexts.DayTitle, Day(0)) : Phrase.With(NewsTexts.DaysTitle, Span(window));

    /// <summary>A window in a sentence: <c>day 0</c>, <c>days −1 to +1</c>.</summary>
    public static string InText(EventWindow window) => window == EventWindow.DayZero ? Phrase.With(NewsTexts.DayInText, Day(0)) : Phrase.With(NewsTexts.DaysInText, Span(window));

    /// <summary>A range: <c>−1.1% to +19.2%</c>. An end that isn't zero is never printed as if it were.</summary>
    public static string Range((double Low, double High) range) => Phrase.With(NewsTexts.FromTo, End(range.Low), End(range.High));

    /// <summary>Whether zero lies in a range, its ends included.</summary>
    public static bool IncludesZero((double Low, double High) range) => range is { Low: <= 0, High: >= 0 };

    /// <summary>The finding: <c>includes zero</c> or <c>excludes zero</c>.</summary>
    public static string Zero((double Low, double High) range) => IncludesZero(range) ? NewsTexts.IncludesZero : NewsTexts.ExcludesZero;

    /// <summary>
    /// The share of ordinary cases that a figure outdoes, 1 - p, rounded down so that it is never more than it is: <c>92%</c>,
    /// from 99 on <c>99.4%</c>, at most <c>more than 99.9%</c>.
    /// </summary>
    public static string Share(double p) => p switch
    {
        < 0.001 => NewsTexts.MoreThanShare,
        <= 0.01 => Format.Price((decimal)Math.Floor(Math.Round((1 - p) * 1000, 9)) / 10, 1) + "%",
        _ => Format.Count((long)Math.Floor(Math.Round((1 - p) * 100, 9))) + "%",
    };

    /// <summary>What a two-sided p says in words, with the figure: its size against what the model leaves on ordinary days.</summary>
    public static string Ordinary(double p, EventWindow window) => Phrase.With(
        window.Length switch { 1 => NewsTexts.Ordinary_Day, 3 => NewsTexts.Ordinary_Three, _ => NewsTexts.Ordinary_Sessions },
        Share(p), Probability(p), Format.Count(window.Length));

    /// <summary>A p value with its letter, held together: <c>p = 0.08</c>, <c>p &lt; 0.001</c>.</summary>
    public static string Probability(double p) =>
        (Format.Probability(p) is var text && text.StartsWith('<') ? "p " + text : "p = " + text).Replace(' ', '\u00a0');

    private static string Span(EventWindow window) => Phrase.With(NewsTexts.FromTo, Day(window.First), Day(window.Last));

    private static string Day(int day) => Format.Signed(day, 0);

    private static string End(double end)
    {
        for (var decimals = 1; decimals < FinestDecimals; decimals++)
        {
            if (end == 0 || Math.Round(Math.Abs(end) * 100, decimals, MidpointRounding.AwayFromZero) > 0)
            {
                return Format.SignedPercent(end, decimals);
            }
        }

        return Format.SignedPercent(end, FinestDecimals);
    }
}
