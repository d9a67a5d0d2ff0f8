using IrenPortal.Market.Prices;
using IrenPortal.Ui.Charts;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Stock;

/// <summary>A comparison as the chart draws it and the page says it.</summary>
public static class ComparedLines
{
    private static readonly LineKind[] Peers = [LineKind.Peer1, LineKind.Peer2, LineKind.Peer3];

    /// <summary>The lines to draw, the share's first; none where nothing is compared.</summary>
    public static IReadOnlyList<ComparedLine> Of(Comparison? comparison, string benchmark)
    {
        if (comparison is not { Lines.Count: > 1 })
        {
            return [];
        }

        var peers = new Queue<LineKind>(Peers);
        return [.. comparison.Lines.Select((line, i) => new ComparedLine(
            line.Series.Symbol, i == 0 ? LineKind.Firm : line.Series.Symbol == benchmark ? LineKind.Index : peers.Dequeue(), line.Multiples))];
    }

    /// <summary>The finding in one sentence.</summary>
    public static string Label(Comparison comparison) =>
        $"Since the close of {Format.Date(comparison.Since)}: " +
        string.Join(", ", comparison.Lines.Select(l => $"{l.Series.Symbol} {Format.SignedPercent(l.Last - 1)}{(l.EndsEarlier ? $" to {End(l, comparison)}" : "")}")) + ".";

    /// <summary>What a reader must know of it.</summary>
    public static IReadOnlyList<string> Notes(Comparison comparison) =>
    [
        .. comparison.Lines.Count > 1 ? new[] { $"Change since the close of {Format.Date(comparison.Since)}, without dividends." } : [],
        .. comparison.Lines.Where(l => l.EndsEarlier).Select(l => $"{l.Series.Symbol} to {End(l, comparison)}."),
        .. comparison.LeftOut.Select(s => $"{s.Symbol} has no prices here: they run from {Format.Date(s.Bars[0].Date)} to {Format.Date(s.Last!.Date)}."),
    ];

    private static string End(ComparedSeries line, Comparison comparison) =>
        Format.Date(comparison.Sessions[line.Multiples.Count - 1 - line.Multiples.Reverse().TakeWhile(m => m is null).Count()]);
}
