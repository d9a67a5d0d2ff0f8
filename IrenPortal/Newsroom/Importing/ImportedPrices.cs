using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Prices;
using NodaTime;

namespace IrenPortal.Newsroom.Importing;

/// <summary>The price files of a content set beside what readers have. An operator's files are taken as they are.</summary>
/// <param name="Plans">A symbol each, where anything is new.</param>
/// <param name="Refusals">What could not be reckoned with.</param>
internal sealed record ImportedPrices(IReadOnlyList<PriceChangePlan> Plans, IReadOnlyList<string> Refusals)
{
    public static async Task<ImportedPrices> PlanAsync(PublicDbContext store, ContentSet set, CompanyProfile company, Instant now, CancellationToken cancel)
    {
        var plans = new List<PriceChangePlan>();
        var refusals = new List<string>();
        foreach (var symbol in set.Prices.Select(p => p.Symbol).Union(set.Actions.Select(a => a.Symbol), StringComparer.Ordinal))
        {
            var stored = await StoredPrices.ReadAsync(store, symbol, cancel);
            var bars = set.Prices.Where(p => p.Symbol == symbol).SelectMany(p => p.Bars).ToList();
            var actions = set.Actions.Where(a => a.Symbol == symbol).SelectMany(a => a.Actions).ToList();
            refusals.AddRange(PriceChanges.Contradictions(stored, bars, actions).Select(c => $"prices {symbol}: with what readers have, {c}"));
            var plan = PriceChanges.Compare(stored, bars, actions, MarketClock.At(company.CalendarOf(symbol), now), PriceLimits.Default);
            if (!plan.IsEmpty)
            {
                plans.Add(plan);
            }
        }

        return new ImportedPrices(plans, refusals);
    }
}
