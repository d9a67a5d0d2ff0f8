using AngleSharp.Dom;
using IrenPortal.Content;
using IrenPortal.Site.Contracts;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Site;

public sealed class ContractPageTests
{
    public static TheoryData<string> Contracts => [.. Shipped.Set.Contracts.Select(c => c.Slug)];

    [Theory]
    [MemberData(nameof(Contracts))]
    public async Task Every_contract_has_a_page_with_its_terms_and_sources(string slug)
    {
        var page = await PageAsync(slug);

        page.QuerySelector("h1").Said().ShouldBe(Shipped.Contract(slug).Title);
        page.QuerySelectorAll("#sources a").Length.ShouldBe(Shipped.Contract(slug).Sources.Count);
        page.QuerySelector($"a[href='/api/v1/contracts/{slug}']").ShouldNotBeNull();
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task The_Microsoft_page_shows_how_each_figure_was_computed()
    {
        var page = await PageAsync("microsoft-ai-cloud");

        page.QuerySelector("#funding-cover").Said().ShouldBe(
            "Funding cover of the equipment About 96% Prepayments and linked financing divided by the equipment: ($1.94bn + $3.65bn) ÷ $5.81bn. An input is known from reports alone.");
        page.QuerySelector(".state").Said().ShouldBe("1 of 4 phases accepted");
        page.QuerySelectorAll(".facts .figure").Select(Render.Said).ShouldBe(["About $9.7bn", "About $1.94bn", "5 years", "20%", "50 of 200\u00a0MW"]);
        page.QuerySelector("#terms").Said().ShouldContain("About $5.81bn with Dell");
    }

    [Fact]
    public async Task Every_charted_amount_and_load_is_in_a_table()
    {
        var page = await PageAsync("microsoft-ai-cloud");

        foreach (var figure in page.Drawn().SelectMany(t => t.Split(' ')).Where(w => w.Contains('$', StringComparison.Ordinal) || w.Contains("\u00a0MW", StringComparison.Ordinal)))
        {
            page.Tabled().ShouldContain(figure);
        }
    }

    [Fact]
    public async Task A_contract_known_from_reports_says_so()
    {
        (await PageAsync("nvidia-ai-cloud")).QuerySelector(".reported").Said().ShouldStartWith("As reported, not checked against the filing.");
        (await PageAsync("microsoft-ai-cloud")).QuerySelector(".reported").ShouldBeNull();
    }

    [Theory]
    [InlineData("customer", ContractRole.Customer)]
    [InlineData("LENDER", ContractRole.Lender)]
    [InlineData("1", null)]
    [InlineData("nobody", null)]
    [InlineData(null, null)]
    public void The_book_is_filtered_by_a_known_role(string? query, ContractRole? role) => ContractWords.ParseRole(query).ShouldBe(role);

    [Fact]
    public async Task The_book_lists_contracts_by_role_with_bars_to_one_scale()
    {
        var page = await Render.Document<ContractsPage>(("All", Shipped.Set.Contracts), ("Role", null), ("Company", "IREN"));

        page.QuerySelectorAll("table.book tbody tr").Length.ShouldBe(Shipped.Set.Contracts.Count);
        Width("microsoft-ai-cloud").ShouldBe(68);
        Width("dell-gb300-order").ShouldBe(68 * 5.81 / 9.7, 0.01);

        double Width(string slug) => double.Parse(
            page.QuerySelectorAll("table.book tbody tr").Single(r => r.QuerySelector("a")!.GetAttribute("href")!.EndsWith("/" + slug, StringComparison.Ordinal)).QuerySelector("svg")!.GetAttribute("width")!.TrimEnd('%'),
            System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_filtered_book_marks_its_filter()
    {
        var page = await Render.Document<ContractsPage>(("All", Shipped.Set.Contracts), ("Role", ContractRole.Supplier), ("Company", "IREN"));

        page.QuerySelector(".filter [aria-current]").Said().ShouldBe("Suppliers");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("microsoft-ai-cloud", "average, through 2031")]
    [InlineData("nvidia-ai-cloud", "with a ramp from early 2027")]
    [InlineData("july-2026-ai-cloud", "on average")]
    [InlineData("dell-gb300-order", "Delivered in tranches from March 2026")]
    public void A_terms_note_does_not_repeat_its_years(string slug, string note) => ContractWords.TermNote(Shipped.Contract(slug)).ShouldBe(note);

    private static Task<IDocument> PageAsync(string slug) => Render.Document<ContractPage>(
        ("View", ContractView.From(Shipped.Contract(slug), Shipped.Set.Contracts, Shipped.AsOf, [new LinkedRelease(Shipped.AsOf, "A release", "a-release")], "<p>Words.</p>")));
}
