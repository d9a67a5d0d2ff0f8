using System.Text;
using IrenPortal.Content;
using IrenPortal.Site.Contracts;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Site;

public sealed class BookFiguresTests
{
    private static readonly BookFigures Book = BookFigures.Of(Shipped.Set.Contracts)!;

    [Fact]
    public void Values_with_customers_are_added_up_and_their_parts_add_up_to_it()
    {
        Book.Facts.Select(f => (f.Label, f.Figure, f.Note, f.Reported)).ShouldBe(
        [
            ("Value with customers", "About $15.9bn", null, true),
            ("Largest customer", "61%", "Microsoft", true),
            ("IT load named", "200\u00a0MW", "in 1 of 3 contracts", false),
            ("Accepted by customers", "50\u00a0MW", "1 of 4 phases", true),
        ]);
        Book.Parties.Select(s => (s.Name, s.Value)).ShouldBe([("Microsoft", 9_700_000_000m), ("NVIDIA", 3_400_000_000m), ("Several AI developers", 2_800_000_000m)]);
        Book.Years.Select(s => (s.Name, s.Value, s.Contracts)).ShouldBe([("2025", 9_700_000_000m, 1), ("2026", 6_200_000_000m, 2)]);
        Book.Parties.Sum(s => s.Value).ShouldBe(Book.Total.Value);
    }

    [Fact]
    public void What_has_no_value_or_another_currency_or_was_terminated_is_left_out()
    {
        BookFigures.Of([.. Shipped.Set.Contracts.Where(c => c.Role is not ContractRole.Customer)]).ShouldBeNull();
        var ended = Sample.Contract with { Slug = "ended", Status = ContractStatus.Terminated };
        var foreign = Sample.Contract with { Slug = "foreign", TotalValue = new Money(5, "EUR", false) };
        BookFigures.Of([Sample.Contract, ended, foreign])!.Total.Contracts.ShouldBe(1);
    }

    [Fact]
    public async Task The_book_shows_the_sums_over_customers_alone()
    {
        var all = await Render.Document<ContractBookDocument>(("Chrome", Sample.Chrome), ("All", Shipped.Set.Contracts));
        var lenders = await Render.Document<ContractBookDocument>(("Chrome", Sample.Chrome), ("All", Shipped.Set.Contracts), ("Role", ContractRole.Lender));

        all.QuerySelectorAll("#shares tbody tr").Select(r => r.Words()).ShouldBe(
        [
            "Microsoft About $9.7bn 61%", "NVIDIA About $3.4bn as reported 21.4%", "Several AI developers $2.8bn as reported 17.6%",
            "2025 About $9.7bn 61%", "2026 About $6.2bn as reported 39%",
        ]);
        lenders.QuerySelector("#shares").ShouldBeNull();
    }

    [Fact]
    public void Every_contract_is_a_row_of_the_file_largest_first()
    {
        var rows = Encoding.UTF8.GetString(ContractsCsv.Answer(Sample.Chrome, Shipped.Set.Contracts).Body.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        rows.Length.ShouldBe(1 + Shipped.Set.Contracts.Count);
        rows[1].ShouldStartWith("microsoft-ai-cloud,");
        rows[1].ShouldContain(",9700000000,USD,true,5,20,1940000000,200,false,https://ir.example/contracts/microsoft-ai-cloud");
    }
}
