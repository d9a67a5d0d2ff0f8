using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Prices;

/// <summary>Prices that came and what became of them.</summary>
/// <param name="At">When readers got them, or when a no was said.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Bars">How many bars.</param>
/// <param name="Actions">How many splits and dividends.</param>
/// <param name="State">What became of them.</param>
/// <param name="Proposal">The proposal; null where they came with a content folder.</param>
public sealed record PriceArrival(Instant At, string Symbol, int Bars, int Actions, ProposalState State, ProposalLine? Proposal);

/// <summary>A proposal without its rows.</summary>
public sealed record ProposalLine(
    Guid Id, string Symbol, PriceOrigin Origin, string Source, int Bars, int Actions, string CreatedBy, Instant CreatedAt, ProposalState State, string DecidedBy, Instant? DecidedAt)
{
    /// <summary>The line of a row.</summary>
    public static ProposalLine Of(PriceProposal p) =>
        new(p.Id, p.Symbol, p.Origin, p.Source, Rows(p.Bars), Rows(p.Actions), p.CreatedBy, p.CreatedAt, p.State, p.DecidedBy, p.DecidedAt);

    private static int Rows(string csv) => Math.Max(0, csv.AsSpan().Count('\n') - 1);
}

/// <summary>Reads the history: what the ledger says that readers got, and what they did not get.</summary>
public sealed class PriceHistory(IDbContextFactory<PublicDbContext> stores, IDbContextFactory<NewsroomDbContext> newsrooms)
{
    private const int Most = 100;

    /// <summary>The newest arrivals.</summary>
    /// <param name="symbol">One symbol; null for all.</param>
    /// <param name="state">Released, rejected or superseded; null for all.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<PriceArrival>> NewestAsync(string? symbol, ProposalState? state, CancellationToken cancel)
    {
        var arrivals = new List<PriceArrival>();
        if (state is null or ProposalState.Released)
        {
            await using var store = await stores.CreateDbContextAsync(cancel);
            arrivals.AddRange(await ReleasedAsync(store, Entries(store).Where(e => symbol == null || e.Subject == symbol).OrderByDescending(e => e.Number).Take(Most), cancel));
        }

        if (state is not ProposalState.Released)
        {
            await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
            var ended = await newsroom.PriceProposals.AsNoTracking()
                .Where(p => state == null ? p.State == ProposalState.Rejected || p.State == ProposalState.Superseded : p.State == state)
                .Where(p => symbol == null || p.Symbol == symbol)
                .OrderByDescending(p => p.CreatedAt).Take(Most)
                .ToListAsync(cancel);
            arrivals.AddRange(ended.Select(ProposalLine.Of).Select(l => new PriceArrival(l.DecidedAt ?? l.CreatedAt, l.Symbol, l.Bars, l.Actions, l.State, l)));
        }

        return [.. arrivals.OrderByDescending(a => a.At).Take(Most)];
    }

    /// <summary>The newest arrival of each symbol that readers have.</summary>
    public async Task<IReadOnlyDictionary<string, PriceArrival>> NewestOfEachAsync(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var numbers = await Entries(store).GroupBy(e => e.Subject).Select(g => g.Max(e => e.Number)).ToListAsync(cancel);
        return (await ReleasedAsync(store, Entries(store).Where(e => numbers.Contains(e.Number)), cancel)).ToDictionary(a => a.Symbol, StringComparer.Ordinal);
    }

    private static IQueryable<LedgerEntry> Entries(PublicDbContext store) =>
        store.Ledger.Where(e => e.Kind == BarsInForce.PricesKind || e.Kind == BarsInForce.ActionsKind);

    private async Task<List<PriceArrival>> ReleasedAsync(PublicDbContext store, IQueryable<LedgerEntry> entries, CancellationToken cancel)
    {
        var released = await entries.Select(e => new
        {
            e.At,
            e.Subject,
            Key = store.CarriedOutCommands.Where(c => c.FirstNumber <= e.Number && c.LastNumber >= e.Number).Select(c => c.Key).FirstOrDefault() ?? "",
            Bars = store.BarRevisions.Count(b => b.Symbol == e.Subject && b.Number == e.Number),
            Actions = store.CorporateActions.Count(a => a.Symbol == e.Subject && a.Number == e.Number),
        }).ToListAsync(cancel);
        var ids = released.Select(r => ProposalRows.IdOf(r.Key)).OfType<Guid>().Distinct().ToList();
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var proposals = (await newsroom.PriceProposals.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel)).ToDictionary(p => p.Id, ProposalLine.Of);
        return
        [
            .. released.GroupBy(r => (r.Key, r.Subject)).Select(g => new PriceArrival(
                g.First().At, g.Key.Subject, g.Sum(r => r.Bars), g.Sum(r => r.Actions), ProposalState.Released,
                ProposalRows.IdOf(g.Key.Key) is { } id ? proposals.GetValueOrDefault(id) : null)),
        ];
    }
}
