using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Prices;

/// <summary>What readers have of one symbol.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Name">Its name in words; empty where the profile lists it no more.</param>
/// <param name="First">The oldest bar's session; null without bars.</param>
/// <param name="Last">The newest bar's session.</param>
/// <param name="Bars">How many bars.</param>
/// <param name="SessionsBehind">How many sessions have closed since the newest bar.</param>
/// <param name="Arrival">What changed it last.</param>
public sealed record SymbolLine(string Symbol, string Name, LocalDate? First, LocalDate? Last, int Bars, int SessionsBehind, PriceArrival? Arrival);

/// <summary>A proposal as somebody decides on it.</summary>
/// <param name="Line">Where it comes from and how it stands.</param>
/// <param name="Bars">Its bars as CSV.</param>
/// <param name="Actions">Its splits and dividends as CSV.</param>
/// <param name="Reading">What it would change now; null once it is decided.</param>
public sealed record OpenedProposal(ProposalLine Line, string Bars, string Actions, PriceReading? Reading);

/// <summary>Reads what the market page shows.</summary>
public sealed class MarketReading(
    IDbContextFactory<PublicDbContext> stores, IDbContextFactory<NewsroomDbContext> newsrooms, CompanyOnFile company, PricePlanner planner, PriceHistory history, TimeProvider time)
{
    /// <summary>Every symbol that the profile lists or that has bars: the share first, then the benchmark.</summary>
    public async Task<IReadOnlyList<SymbolLine>> SymbolsAsync(CancellationToken cancel)
    {
        var profile = await company.FindAsync(cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);
        var days = (await store.CurrentBars.Select(c => new { c.Symbol, c.Date }).ToListAsync(cancel)).ToLookup(c => c.Symbol, c => c.Date, StringComparer.Ordinal);
        var arrivals = await history.NewestOfEachAsync(cancel);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return [.. SymbolsOf(profile).Union(days.Select(d => d.Key), StringComparer.Ordinal).Select(Line)];

        SymbolLine Line(string symbol)
        {
            var name = profile?.Symbols.FirstOrDefault(s => s.Symbol == symbol)?.Name ?? "";
            var arrival = arrivals.GetValueOrDefault(symbol);
            if (!days.Contains(symbol))
            {
                return new SymbolLine(symbol, name, null, null, 0, 0, arrival);
            }

            var (first, last) = (days[symbol].Min(), days[symbol].Max());
            var behind = profile is null ? 0 : MarketClock.At(profile.CalendarOf(symbol), now) is var market ? market.Sessions(last, market.LastClosed) : 0;
            return new SymbolLine(symbol, name, first, last, days[symbol].Count(), Math.Max(0, behind), arrival);
        }
    }

    /// <summary>What waits for a person, oldest first.</summary>
    public async Task<IReadOnlyList<ProposalLine>> WaitingAsync(CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var waiting = await newsroom.PriceProposals.AsNoTracking().Where(p => p.State == ProposalState.Proposed).OrderBy(p => p.CreatedAt).ToListAsync(cancel);
        return [.. waiting.Select(ProposalLine.Of)];
    }

    /// <summary>One proposal, and while it waits what it would change now; null when there is none.</summary>
    public async Task<OpenedProposal?> OpenAsync(Guid id, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var proposal = await newsroom.PriceProposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        return proposal is null
            ? null
            : new OpenedProposal(
                ProposalLine.Of(proposal), proposal.Bars, proposal.Actions,
                proposal.State is ProposalState.Proposed ? await planner.ReadAsync(ProposalRows.FilesOf(proposal), cancel) : null);
    }

    /// <summary>The symbols that the profile lists.</summary>
    public static IReadOnlyList<string> SymbolsOf(CompanyProfile? profile) =>
        profile is null ? [] : [.. new[] { profile.Ticker, profile.Benchmark }.Union(profile.Symbols.Select(s => s.Symbol), StringComparer.Ordinal)];
}
