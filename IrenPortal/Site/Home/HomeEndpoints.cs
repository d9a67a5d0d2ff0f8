using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Events;
using IrenPortal.Site.News;
using IrenPortal.Site.Published;
using IrenPortal.Site.Stock;

namespace IrenPortal.Site.Home;

/// <summary>The home page.</summary>
internal static class HomeEndpoints
{
    private const int NewsRows = 5;
    private const int FeaturedRows = 3;
    private const int EventRows = 3;

    public static void MapHome(this IEndpointRouteBuilder site) => site.MapGetOrHead("/", Home).Reads(EditionKind.Announcement, ReadChannel.List);

    private static Task<IResult> Home(SiteAnswers answers, DocumentRenderer renderer) => answers.AtAsync("/", async moment =>
        await renderer.RenderAsync<HomePage>(new() { [nameof(HomePage.View)] = ViewOf(moment) }));

    private static HomeView ViewOf(SiteMoment moment)
    {
        var site = moment.Site;
        var stock = StockEndpoints.ViewOf(moment, StockQuery.Usual);
        var lead = site.Announcements.Count > 0 ? site.Announcements[0] : null;
        var card = lead is null ? null : site.CardOf(lead);
        return new HomeView
        {
            Chrome = moment.Chrome,
            Lead = card,
            Day = HomeDay.Of(moment, card),
            LeadHasFiles = lead?.Document.Files.Count > 0,
            News = [.. site.Announcements.Skip(1).Take(NewsRows).Select(site.CardOf)],
            Featured = [.. site.Announcements.Skip(1 + NewsRows).Where(a => a.Document.Featured).Take(FeaturedRows).Select(site.CardOf)],
            History = stock.History.Points.Count > 0 ? stock.History : null,
            LastReaction = LastReaction.Newest(stock.Book.Releases),
            Events = [.. EventEndpoints.Expected(moment).Take(EventRows)],
            Contracts = site.Contracts.Select(c => c.Document).WithCustomers(),
        };
    }
}
