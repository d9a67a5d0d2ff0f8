using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;
using IrenPortal.Newsroom.Filings;
using IrenPortal.Newsroom.Frame;
using IrenPortal.Newsroom.Prices.Feeds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IrenPortal.Newsroom.Prices;

/// <summary>Answers with the market page or the page of a proposal.</summary>
public sealed class MarketPages(StaffFrames frames, MarketReading reading, PriceHistory history, PriceFeeds feeds, FilingFeed filings)
{
    /// <summary>The market page, its history filtered by the query.</summary>
    public Task<IResult> ShowAsync(HttpContext http) => ShowAsync(http, null, [], []);

    /// <summary>The page of a proposal; the usual 404 where there is none.</summary>
    public async Task<IResult> ShowAsync(Guid id, HttpContext http, IReadOnlyList<string>? refusals = null)
    {
        if (await reading.OpenAsync(id, http.RequestAborted) is not { } proposal)
        {
            return Results.NotFound();
        }

        return new RazorComponentResult<ProposalPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ProposalPage.View)] = new ProposalView(await frames.ForAsync(http), proposal, refusals ?? []),
        }) { StatusCode = Status(refusals ?? []) };
    }

    /// <summary>The market page with a form that was refused.</summary>
    internal async Task<IResult> ShowAsync(HttpContext http, PostedPrices? posted, IReadOnlyList<string> refusals, IReadOnlyList<string> faults)
    {
        var cancel = http.RequestAborted;
        var asked = new QueryFields(http.Request.Query);
        var symbols = await reading.SymbolsAsync(cancel);
        var symbol = symbols.FirstOrDefault(s => s.Symbol == asked.Text("symbol"))?.Symbol;
        var state = Enum.TryParse<ProposalState>(asked.Text("outcome"), out var known) && known is ProposalState.Released or ProposalState.Rejected or ProposalState.Superseded ? known : (ProposalState?)null;
        var view = new MarketView
        {
            Frame = await frames.ForAsync(http),
            Symbols = symbols,
            Feeds = [.. feeds.Statuses, .. filings.Statuses],
            Waiting = await reading.WaitingAsync(cancel),
            History = await history.NewestAsync(symbol, state, cancel),
            Symbol = symbol ?? "",
            State = state,
            PostedSymbol = posted?.Symbol ?? "",
            PostedRows = posted?.Pasted ?? "",
            Refusals = refusals,
            Faults = faults,
        };
        return new RazorComponentResult<MarketPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(MarketPage.View)] = view }) { StatusCode = Status([.. refusals, .. faults]) };
    }

    private static int Status(IReadOnlyList<string> refusals) => refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}
