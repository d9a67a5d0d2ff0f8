using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Contracts;

/// <summary>The contract book and each contract.</summary>
internal static class ContractEndpoints
{
    public static void MapContracts(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead("/contracts", Book).Reads(EditionKind.Contract, ReadChannel.List);
        site.MapGetOrHead("/contracts.csv", Csv);
        site.MapGetOrHead("/contracts/{slug}", Contract).Reads(EditionKind.Contract, ReadChannel.Page);
        site.MapGetOrHead("/contracts/{slug}.md", Markdown);
    }

    private static Task<IResult> Book(HttpRequest request, SiteAnswers answers, DocumentRenderer renderer)
    {
        var role = ContractWords.ParseRole(new QueryFields(request.Query).Text("role"));
        return answers.AtAsync($"/contracts?{role}", async moment => await renderer.RenderAsync<ContractBookDocument>(new()
        {
            [nameof(ContractBookDocument.Chrome)] = moment.Chrome,
            [nameof(ContractBookDocument.All)] = moment.Site.Contracts.Select(c => c.Document).ToList(),
            [nameof(ContractBookDocument.Role)] = role,
        }));
    }

    private static Task<IResult> Csv(SiteAnswers answers) => answers.AtAsync("/contracts.csv", moment => ContractsCsv.Answer(moment.Chrome, moment.Site.Contracts.Select(c => c.Document)));

    private static Task<IResult> Contract(string slug, HttpRequest request, SiteAnswers answers, PublishedEditions editions, DocumentRenderer renderer)
    {
        var version = new QueryFields(request.Query).Number("version", 1, int.MaxValue);
        return answers.AtAsync(FormattableString.Invariant($"/contracts/{slug}?{version}"), async moment =>
            (moment.Site.Contract(slug) ?? moment.Site.WithdrawnContract(slug)) is { } contract
            && await editions.ReadAsync(EditionKind.Contract, slug, "/contracts/" + slug, contract.Number, version) is { } edition
                ? await renderer.RenderAsync<ContractSiteDocument>(new()
                {
                    [nameof(ContractSiteDocument.Chrome)] = moment.Chrome,
                    [nameof(ContractSiteDocument.View)] = ViewOf(edition, moment),
                })
                : null);
    }

    private static Task<IResult> Markdown(string slug, HttpRequest request, SiteAnswers answers, PublishedEditions editions)
    {
        var version = new QueryFields(request.Query).Number("version", 1, int.MaxValue);
        return answers.AtAsync(FormattableString.Invariant($"/contracts/{slug}.md?{version}"), async moment =>
            (moment.Site.Contract(slug) ?? moment.Site.WithdrawnContract(slug)) is { } contract
            && await editions.ReadAsync(EditionKind.Contract, slug, "/contracts/" + slug, contract.Number, version) is { } edition
                ? Answer.Markdown(edition.Markdown)
                : null);
    }

    private static ContractView ViewOf(EditionText edition, SiteMoment moment)
    {
        var (site, document) = (moment.Site, edition.As<ContractDocument>());
        var releases = site.Announcements
            .Where(a => a.Document.Contract == document.Slug || a.Slug == document.Announcement)
            .Select(a => new LinkedRelease(a.Moment.DateIn(site.Zone), a.Document.Headline, a.Slug));

        // A page speaks for the days that the store knows of: it says nothing of phases after the newest session.
        var today = moment.AsOf.InZone(site.Zone).Date;
        var asOf = site.Firm?.Last?.Date is { } newest && newest < today ? newest : today;
        return ContractView.From(document, [.. site.Contracts.Select(c => c.Document)], asOf, releases, edition.Html) with { Standing = edition.Standing };
    }
}
