using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Market.Prices;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Importing;

/// <summary>Takes one symbol's bars, splits and dividends straight through the gate: prices have no embargo.</summary>
public sealed class PriceImport(IDbContextFactory<PublicDbContext> stores, CompanyOnFile company, PublicGate gate)
{
    /// <summary>Checks both files and publishes what is new in them.</summary>
    /// <param name="prices">Path as the caller names it, and text.</param>
    /// <param name="symbol">A symbol that the company's profile lists.</param>
    /// <param name="actions">Splits and dividends, or null.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImportReport> RunAsync((string Path, string Text) prices, string symbol, (string Path, string Text)? actions, CancellationToken cancel)
    {
        var profile = await company.FindAsync(cancel);
        if (profile?.Knows(symbol) != true)
        {
            return Refused($"{prices.Path}:1: company.yml does not list the symbol {symbol}: add it under symbols first");
        }

        var bars = PriceCsv.Read(prices.Path, prices.Text, symbol, profile.CalendarOf(symbol));
        if (bars.Document is null)
        {
            return Refused([.. bars.Issues.Select(i => i.ToString())]);
        }

        var acting = actions is { } file ? ActionCsv.Read(file.Path, file.Text, symbol, await MergedAsync(symbol, bars.Document.Bars, cancel)) : null;
        if (acting is { Document: null })
        {
            return Refused([.. acting.Issues.Select(i => i.ToString())]);
        }

        var result = await gate.ReleaseAsync(
            new ReleaseCommand(
                $"prices-{Guid.NewGuid():N}",
                [],
                [new PricesItem(symbol, [.. bars.Document.Bars.Select(b => new BarItem(b.Date, b.Open, b.High, b.Low, b.Close, b.Volume))])],
                acting?.Document is { } document ? [new ActionsItem(symbol, [.. document.Actions.Select(a => new ActionItem(a.ExDate, a.Kind.ToString(), a.Value))])] : []),
            cancel);
        return result.Outcome is GateOutcome.Unchanged
            ? new ImportReport([], [])
            : new ImportReport([$"{symbol}: {bars.Document.Bars.Count} bars read, the store is at version {result.Version}"], result.Issues);
    }

    private static ImportReport Refused(params IReadOnlyList<string> lines) => new([], lines);

    // A dividend is checked against the close before it, which an earlier import may have brought.
    private async Task<IReadOnlyList<Bar>> MergedAsync(string symbol, IReadOnlyList<Bar> incoming, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var known = await store.CurrentBars.Where(c => c.Symbol == symbol)
            .Join(store.BarRevisions, c => new { c.Symbol, c.Date, c.Number }, b => new { b.Symbol, b.Date, b.Number }, (_, b) => new Bar(b.Date, b.Open, b.High, b.Low, b.Close, b.Volume))
            .ToListAsync(cancel);
        return [.. incoming.Concat(known).GroupBy(b => b.Date).Select(g => g.First()).OrderBy(b => b.Date)];
    }
}
