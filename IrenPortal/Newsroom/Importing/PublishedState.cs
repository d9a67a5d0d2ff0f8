using IrenPortal.Data.Public;
using IrenPortal.Gate;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Importing;

/// <summary>What readers have of a document.</summary>
internal sealed record PublishedEdition(EditionKind Kind, string Slug, int Version, string Sha256, string Reason);

/// <summary>What the public store holds when an import begins.</summary>
internal sealed class PublishedState
{
    private readonly Dictionary<(EditionKind, string), PublishedEdition> _editions;
    private readonly ILookup<string, BarItem> _bars;
    private readonly ILookup<string, ActionItem> _actions;

    private PublishedState(IEnumerable<PublishedEdition> editions, IEnumerable<BarRevision> bars, IEnumerable<CorporateActionRevision> actions)
    {
        _editions = editions.ToDictionary(e => (e.Kind, e.Slug));
        _bars = bars.ToLookup(b => b.Symbol, b => new BarItem(b.Date, b.Open, b.High, b.Low, b.Close, b.Volume), StringComparer.Ordinal);
        _actions = actions.GroupBy(a => (a.Symbol, a.ExDate, a.Kind)).Select(g => g.MaxBy(a => a.Number)!)
            .ToLookup(a => a.Symbol, a => new ActionItem(a.ExDate, a.Kind, a.Value), StringComparer.Ordinal);
    }

    public static async Task<PublishedState> ReadAsync(PublicDbContext store, CancellationToken cancel) => new(
        await store.CurrentEditions
            .Join(store.Editions, c => c.EditionNumber, e => e.Number, (_, e) => new PublishedEdition(e.Kind, e.Slug, e.Version, e.Sha256, e.Reason))
            .ToListAsync(cancel),
        await store.CurrentBars
            .Join(store.BarRevisions, c => new { c.Symbol, c.Date, c.Number }, b => new { b.Symbol, b.Date, b.Number }, (_, b) => b)
            .ToListAsync(cancel),
        await store.CorporateActions.ToListAsync(cancel));

    public PublishedEdition? Edition(EditionKind kind, string slug) => _editions.GetValueOrDefault((kind, slug));

    public IEnumerable<BarItem> Bars(string symbol) => _bars[symbol];

    public IEnumerable<ActionItem> Actions(string symbol) => _actions[symbol];
}
