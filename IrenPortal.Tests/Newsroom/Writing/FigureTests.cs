using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Data;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Preflight;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Published;
using IrenPortal.Tests.Site;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom.Writing;

/// <summary>A contract's figures in another text: put in by a press, and compared where they were typed.</summary>
public sealed class FigureTests(RepositoryContent portals) : IClassFixture<RepositoryContent>
{
    private const string Contract = "microsoft-ai-cloud";

    [Fact]
    public async Task Every_figure_that_can_be_put_in_stands_in_the_same_words_on_the_contracts_page()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        using var editor = await StaffDesk.OpenAsync(portal);
        var contracts = (await portal.Services.GetRequiredService<SiteMoments>().NowAsync()).Site.Contracts.Select(c => c.Document).ToList();
        foreach (var contract in contracts)
        {
            var page = (await editor.Browser.ReadAsync($"/contracts/{contract.Slug}")).QuerySelectorAll("dd, dt").Select(e => e.TextContent).ToList();
            foreach (var fact in ContractFacts.Quotable(contract, ContractFigures.Derive(contract, contracts)))
            {
                page.ShouldContain(words => words.Contains(fact.Figure, StringComparison.Ordinal), $"{contract.Slug}: {fact.Figure}");
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Without_script_a_figure_goes_to_the_end_of_what_was_typed_and_readers_see_it_as_a_fact(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("With a contract", ("contract", Contract));
        var button = Insert(await editor.PageAsync(id), "Total contract value");

        using var added = await editor.CommandAsync(id, "facts", ("base", "2"), ("contract", Contract), ("body", "Typed since."), ("fact", button.GetAttribute("value")!));

        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await editor.PageAsync(id)).QuerySelector<IHtmlTextAreaElement>("#field-body")!.Value.ShouldBe("Typed since.\n\nTotal contract value\n: About $9.7bn");
        var preview = await editor.Browser.ReadAsync($"/admin/drafts/{id}/preview");
        preview.QuerySelector(".article dt")!.TextContent.ShouldBe("Total contract value");
        preview.QuerySelector(".article dd")!.TextContent.Trim().ShouldBe("About $9.7bn");
    }

    [Theory, EachDatabase]
    public async Task A_figure_that_is_not_there_is_refused_and_what_was_typed_is_kept(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Without a contract");

        using var refused = await editor.CommandAsync(id, "facts", ("base", "2"), ("body", "Typed since."), ("fact", "0"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await editor.PageAsync(id)).QuerySelector<IHtmlTextAreaElement>("#field-body")!.Value.ShouldBe("Typed since.");
    }

    [Theory, EachDatabase]
    public async Task Figures_of_a_drafted_contract_are_there_for_who_may_open_it(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var author = await StaffDesk.OpenAsync(portal);
        using var outsider = await StaffDesk.OpenAsync(portal);
        var slug = $"sealed-{Guid.NewGuid():N}";
        var contract = await author.BeginAsync("contracts");
        (await author.SaveAsync(contract, 1, ("title", "Sealed contract"), ("slug", slug), ("counterparty", "Somebody"), ("role", "customer"), ("status", "announced"), ("totalValue", "1250000000 | USD"), ("body", "Words."))).Revision.ShouldBe(2);
        (await portal.Services.GetRequiredService<InsiderDesk>().SetAsync(contract, [author.UserId], author.UserId, CancellationToken.None)).ShouldBeNull();
        var id = await author.WriteAsync("Announces it", ("contract", slug));

        Insert(await author.PageAsync(id), "Total contract value").GetAttribute("data-figure").ShouldBe("$1.25bn");
        (await outsider.PageAsync(id)).QuerySelector("[data-part=facts] li").ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task A_figure_that_differs_from_the_contract_is_named_with_its_line(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));
        var id = await editor.WriteAsync("Figures", ("contract", Contract), ("body", "The total contract value is about $9.7bn.\nThe term is four years.\n\n| Prepayment | 25% |\n|---|---|\n| IT load | 200 MW |"));

        var rule = (await editor.PageAsync(id)).QuerySelectorAll("#rule-figures.open li").Select(li => li.TextContent).ToList();

        rule.ShouldBe(
        [
            "Line 2: four years stands where the contract has 5 years (Term). Write the contract’s figure, or correct the contract.",
            "Line 4: 25% stands where the contract has 20% (Prepayment). Write the contract’s figure, or correct the contract.",
        ]);
    }

    [Fact]
    public void No_announcement_that_came_with_the_portal_differs_from_its_contract()
    {
        var agreeing = 0;
        foreach (var announcement in Shipped.Set.Announcements.Where(a => a.Contract is not null))
        {
            var contract = Shipped.Contract(announcement.Contract!);
            var report = FigureCheck.Of(announcement.Body, contract, ContractFigures.Derive(contract, Shipped.Set.Contracts));

            report.Findings.ShouldBeEmpty(announcement.Slug);
            agreeing += report.Agreeing;
        }

        agreeing.ShouldBeGreaterThan(5);
    }

    private static IElement Insert(IDocument page, string label) =>
        page.QuerySelectorAll("[data-part=facts] li").First(li => li.QuerySelector("span")!.TextContent == label).QuerySelector("button")!;
}
