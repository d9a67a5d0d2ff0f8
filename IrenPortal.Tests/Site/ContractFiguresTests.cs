using IrenPortal.Content;
using IrenPortal.Site.Contracts;

namespace IrenPortal.Tests.Site;

public sealed class ContractFiguresTests
{
    [Fact]
    public void The_Microsoft_contract_derives_its_known_figures()
    {
        var figures = ContractFigures.Derive(Shipped.Contract("microsoft-ai-cloud"), Shipped.Set.Contracts).ToDictionary(f => f.Key);

        Check("value_per_year", 1_940_000_000m, "USD", "About $1.94bn", "Total value divided by the term: about $9.7bn ÷ 5 years.");
        Check("prepayment", 1_940_000_000m, "USD", "About $1.94bn", "20% of the total value, about $9.7bn.");
        Check("value_per_megawatt", 48_500_000m, "USD", "About $48.5m", "Total value divided by the IT load: about $9.7bn ÷ 200\u00a0MW.");
        Check("funding_cover", 96.2134m, "percent", "About 96%", "Prepayments and linked financing divided by the equipment: ($1.94bn + $3.65bn) ÷ $5.81bn.");
        Check("book_share", 61.0063m, "percent", "About 61%", "Total value divided by that of the 3 customer contracts listed here: $9.7bn ÷ $15.9bn.");
        figures.Count.ShouldBe(5);

        void Check(string key, decimal value, string unit, string display, string formula)
        {
            figures[key].Value.ShouldBe(value);
            figures[key].Unit.ShouldBe(unit);
            figures[key].Display.ShouldBe(display);
            figures[key].Formula.ShouldBe(formula);
            figures[key].Approximate.ShouldBeTrue();
        }
    }

    [Fact]
    public void A_figure_is_reported_where_an_input_is()
    {
        var figures = ContractFigures.Derive(Shipped.Contract("microsoft-ai-cloud"), Shipped.Set.Contracts);

        figures.Where(f => f.Reported).Select(f => f.Key).ShouldBe([ContractFigures.FundingCover, ContractFigures.BookShare]);
        ContractFigures.Derive(Shipped.Contract("nvidia-ai-cloud"), Shipped.Set.Contracts).ShouldAllBe(f => f.Reported);
    }

    [Fact]
    public void An_average_term_of_about_four_years_gives_about_a_value_a_year()
    {
        var figure = ContractFigures.Derive(Shipped.Contract("july-2026-ai-cloud"), Shipped.Set.Contracts).Single(f => f.Key == ContractFigures.ValuePerYear);

        figure.Display.ShouldBe("About $700m");
        figure.Formula.ShouldBe("Total value divided by the term: $2.8bn ÷ about 4 years.");
    }

    [Theory]
    [InlineData("nvidia-partnership")]
    [InlineData("dell-gb300-order")]
    [InlineData("microsoft-gpu-financing")]
    public void Nothing_is_derived_where_an_input_is_missing(string slug) =>
        ContractFigures.Derive(Shipped.Contract(slug), Shipped.Set.Contracts).ShouldBeEmpty();

    [Fact]
    public void A_contract_alone_is_no_share_of_a_book() =>
        ContractFigures.Derive(Customer(100), []).ShouldNotContain(f => f.Key == ContractFigures.BookShare);

    [Fact]
    public void Contracts_in_two_currencies_are_not_added_up() =>
        ContractFigures.Derive(Customer(100), [Customer(100) with { Slug = "b", TotalValue = new Money(100, "EUR", false) }])
            .ShouldNotContain(f => f.Key == ContractFigures.BookShare);

    [Fact]
    public void A_terminated_contract_counts_in_no_book()
    {
        var ended = Customer(300) with { Slug = "ended", Status = ContractStatus.Terminated };

        ContractFigures.Derive(Customer(100), [ended, Customer(300) with { Slug = "b" }]).Single(f => f.Key == ContractFigures.BookShare).Value.ShouldBe(25);
        ContractFigures.Derive(ended, [Customer(100), ended]).ShouldNotContain(f => f.Key == ContractFigures.BookShare);
    }

    [Fact]
    public void Exact_terms_give_exact_figures()
    {
        var figure = ContractFigures.Derive(Customer(1_000_000_000) with { TermYears = 3 }, []).Single();

        figure.Display.ShouldBe("$333.3m");
        figure.Value.ShouldBe(333_333_333.3333m);
        figure.Approximate.ShouldBeFalse();
    }

    [Fact]
    public void A_loan_pays_for_the_purchase_that_both_name()
    {
        ContractLinks.Financing(Shipped.Contract("microsoft-ai-cloud"), Shipped.Set.Contracts).Select(c => c.Slug).ShouldBe(["microsoft-gpu-financing"]);
        ContractLinks.Orders(Shipped.Contract("nvidia-ai-cloud"), Shipped.Set.Contracts).Select(c => c.Slug).ShouldBe(["dell-blackwell-order-2026"]);
        ContractLinks.Related(Shipped.Contract("dell-gb300-order"), Shipped.Set.Contracts).Select(c => c.Slug).ShouldBe(["microsoft-ai-cloud", "microsoft-gpu-financing"]);
    }

    private static ContractDocument Customer(decimal amount) => new()
    {
        Slug = "a", Title = "A", Counterparty = "A", Role = ContractRole.Customer, Status = ContractStatus.Active, Body = "",
        TotalValue = new Money(amount, "USD", false),
    };
}
