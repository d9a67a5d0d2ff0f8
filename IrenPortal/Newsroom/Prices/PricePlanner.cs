using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Market.Prices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Prices;

/// <summary>A text and where it came from, as a refusal names it.</summary>
/// <param name="Path">The file's name, or the source's host and symbol.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Layout">How a foreign file of bars is laid out; null for the portal's own.</param>
public sealed record PriceText(string Path, string Text, PriceLayout? Layout = null);

/// <summary>Prices of one symbol as they came.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Bars">A file of bars, or null.</param>
/// <param name="Actions">A file of splits and dividends, or null.</param>
public sealed record PriceFiles(string Symbol, PriceText? Bars, PriceText? Actions)
{
    /// <summary>What a refusal names when no line is at fault.</summary>
    public string Path => Bars?.Path ?? Actions?.Path ?? Symbol;
}

/// <summary>What price files would change, or why they can't be taken.</summary>
/// <param name="Plan">The changes; null where the files are refused.</param>
/// <param name="Refusals">A line a fault: <c>path:line: what is wrong and what to write instead</c>.</param>
public sealed record PriceReading(PriceChangePlan? Plan, IReadOnlyList<string> Refusals)
{
    /// <summary>Refused for these reasons.</summary>
    public static PriceReading Refused(params IReadOnlyList<string> lines) => new(null, lines);
}

/// <summary>Reads price files, checks them against what readers have and says what they would change.</summary>
public sealed class PricePlanner(IDbContextFactory<PublicDbContext> stores, CompanyOnFile company, PriceLimits limits, TimeProvider time)
{
    /// <summary>Reads one symbol's files. All or nothing: a fault in one row refuses them.</summary>
    public async Task<PriceReading> ReadAsync(PriceFiles files, CancellationToken cancel)
    {
        var profile = await company.FindAsync(cancel);
        if (profile?.Knows(files.Symbol) != true)
        {
            return PriceReading.Refused($"{files.Path}:1: company.yml does not list the symbol {files.Symbol}: add it under symbols first");
        }

        IReadOnlyList<Bar> bars = [];
        if (files.Bars is { } prices)
        {
            var read = PriceCsv.Read(prices.Path, prices.Text, files.Symbol, profile.CalendarOf(files.Symbol), prices.Layout);
            if (read.Document is null)
            {
                return PriceReading.Refused([.. read.Issues.Select(i => i.ToString())]);
            }

            bars = read.Document.Bars;
        }

        await using var store = await stores.CreateDbContextAsync(cancel);
        var stored = await StoredPrices.ReadAsync(store, files.Symbol, cancel);
        IReadOnlyList<CorporateAction> actions = [];
        if (files.Actions is { } acting)
        {
            // A dividend is checked against the close before it, which an earlier import may have brought.
            var read = ActionCsv.Read(acting.Path, acting.Text, files.Symbol, stored.With(bars, []).Bars);
            if (read.Document is null)
            {
                return PriceReading.Refused([.. read.Issues.Select(i => i.ToString())]);
            }

            actions = read.Document.Actions;
        }

        var contradictions = PriceChanges.Contradictions(stored, bars, actions);
        return contradictions.Count > 0
            ? PriceReading.Refused([.. contradictions.Select(c => $"{files.Path}:1: with what readers have, {c}")])
            : new PriceReading(PriceChanges.Compare(stored, bars, actions, Market(profile, files.Symbol), limits), []);
    }

    /// <summary>Parts what may go to readers without a look from what may not.</summary>
    public async Task<PriceSplit> SplitAsync(string symbol, IReadOnlyList<Bar> bars, IReadOnlyList<CorporateAction> actions, CancellationToken cancel)
    {
        var profile = await company.FindAsync(cancel) ?? throw new InvalidOperationException("No company.yml was imported yet.");
        await using var store = await stores.CreateDbContextAsync(cancel);
        return PriceChanges.Split(await StoredPrices.ReadAsync(store, symbol, cancel), bars, actions, Market(profile, symbol), limits);
    }

    private MarketClock Market(CompanyProfile profile, string symbol) => MarketClock.At(profile.CalendarOf(symbol), Instant.FromDateTimeOffset(time.GetUtcNow()));
}
