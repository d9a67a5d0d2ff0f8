using IrenPortal.Content;
using IrenPortal.Ui;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Contracts;

/// <summary>Customer contracts added up by what they have in common.</summary>
/// <param name="Name">The customer, or the year of announcement.</param>
/// <param name="Value">Their values in US dollars.</param>
/// <param name="Contracts">How many contracts state one.</param>
/// <param name="Approximate">True where a value is approximate.</param>
/// <param name="Reported">True where a value is known from reports alone.</param>
public sealed record BookShare(string Name, decimal Value, int Contracts, bool Approximate, bool Reported);

/// <summary>
/// What the contracts with customers come to: sums of the parties' own figures. How much of a value has been earned is not
/// public, so no backlog is worked out of it.
/// </summary>
public sealed class BookFigures
{
    private const string Currency = "USD";
    private readonly IReadOnlyList<ContractDocument> _customers;

    private BookFigures(IReadOnlyList<ContractDocument> customers)
    {
        _customers = customers;
        Parties = [.. customers.GroupBy(c => c.Counterparty, StringComparer.Ordinal).Select(g => ShareOf(g.Key, [.. g])).OrderByDescending(s => s.Value).ThenBy(s => s.Name, StringComparer.Ordinal)];
        Years = [.. customers.Where(c => c.Announced is not null).GroupBy(c => c.Announced!.Value.Year).OrderBy(g => g.Key).Select(g => ShareOf(Format.Year(g.Key), [.. g]))];
        Total = ShareOf(ContractTexts.AllCustomers, customers);
    }

    /// <summary>The figures; null where no contract with a customer states a value in US dollars.</summary>
    public static BookFigures? Of(IEnumerable<ContractDocument> contracts)
    {
        var valued = contracts.Where(c => c is { Role: ContractRole.Customer, Status: not ContractStatus.Terminated, TotalValue.Currency: Currency }).ToList();
        return valued.Count == 0 ? null : new BookFigures(valued);
    }

    /// <summary>By customer, the largest first.</summary>
    public IReadOnlyList<BookShare> Parties { get; }

    /// <summary>By calendar year of announcement, oldest first; contracts without a day are left out.</summary>
    public IReadOnlyList<BookShare> Years { get; }

    /// <summary>All of them together.</summary>
    public BookShare Total { get; }

    /// <summary>The row of figures over the book, each with how it was worked out.</summary>
    public IReadOnlyList<KeyFact> Facts
    {
        get
        {
            var (total, largest) = (Total, Parties[0]);
            var facts = new List<KeyFact>
            {
                new(ContractTexts.ValueWithCustomers, Format.Money(total.Value, Currency, total.Approximate), Derivation: Phrase.Count(total.Contracts, ContractTexts.SumOfContracts_One, ContractTexts.SumOfContracts_Other), Reported: total.Reported),
                new(ContractTexts.LargestCustomer, Format.Percent(largest.Value / total.Value), largest.Name, ContractTexts.DividedBySum, total.Reported),
            };
            var loads = _customers.Where(c => c.ItLoadMegawatts is > 0).ToList();
            if (loads.Count > 0)
            {
                facts.Add(new(ContractTexts.ItLoadNamed, Format.Megawatts(loads.Sum(c => c.ItLoadMegawatts!.Value)), Phrase.Count(total.Contracts, ContractTexts.InContracts_One, ContractTexts.InContracts_Other, Format.Count(loads.Count)), ContractTexts.TheirSum, loads.Any(c => c.Reported)));
            }

            var phases = loads.SelectMany(c => c.Phases).Where(p => p.Megawatts is > 0).ToList();
            if (phases.Count > 0)
            {
                var accepted = phases.Where(ContractSchedule.IsAccepted).ToList();
                facts.Add(new(ContractTexts.AcceptedByCustomers, Format.Megawatts(accepted.Sum(p => p.Megawatts!.Value)), Phrase.Count(phases.Count, ContractTexts.OfPhases_One, ContractTexts.OfPhases_Other, Format.Count(accepted.Count)), ContractTexts.SumOfThosePhases, accepted.Any(p => p.Reported)));
            }

            return facts;
        }
    }

    private static BookShare ShareOf(string name, IReadOnlyList<ContractDocument> contracts) => new(
        name, contracts.Sum(c => c.TotalValue!.Amount), contracts.Count, contracts.Any(c => c.TotalValue!.Approximate), contracts.Any(c => c.Reported));
}
