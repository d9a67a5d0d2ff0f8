using System.Text;
using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Filings;
using IrenPortal.Newsroom.Prices.Feeds;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Newsroom.Prices;

/// <summary>The market page, and proposals of prices: previewed, then published or rejected. Each command is a form's post.</summary>
internal static class MarketEndpoints
{
    private const int LongestDigest = 64;

    public static void MapMarket(this IEndpointRouteBuilder staff)
    {
        var market = staff.MapGroup("/admin/market");
        market.MapGetOrHead("", (HttpContext http, MarketPages pages) => pages.ShowAsync(http));
        market.MapPost("/proposals", ProposeAsync).WithMetadata(new RequestSizeLimitAttribute(PostedPrices.LargestPost));
        market.MapPost("/look", LookAsync);
        var proposal = market.MapGroup("/proposals/{id:guid}");
        proposal.MapGetOrHead("", (Guid id, HttpContext http, MarketPages pages) => pages.ShowAsync(id, http));
        proposal.MapGetOrHead("/prices.csv", PricesAsync);
        proposal.MapGetOrHead("/changes.csv", ChangesAsync);
        proposal.MapPost("/accept", AcceptAsync);
        proposal.MapPost("/reject", RejectAsync);
    }

    private static async Task<IResult> ProposeAsync(HttpContext http, IAntiforgery antiforgery, PricePlanner planner, PriceDesk desk, MarketPages pages)
    {
        if (http.Request.ContentLength > PostedPrices.LargestPost)
        {
            return Results.Text("The files are larger than 20 MB: split them.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        if (await PostedPrices.ReadAsync(http, antiforgery) is not { } posted)
        {
            return Results.BadRequest();
        }

        if (posted.Files is not { } files)
        {
            return await pages.ShowAsync(http, posted, posted.Issues, posted.Faults);
        }

        var (plan, refusals) = await planner.ReadAsync(files, http.RequestAborted);
        if (plan is null or { IsEmpty: true })
        {
            return await pages.ShowAsync(http, posted, plan is null ? [] : ["readers have all of it already: nothing is new"], refusals);
        }

        var id = await desk.ProposeAsync(plan, new PriceSender(PriceOrigin.Person, files.Path, http.User.StaffId()), http.RequestAborted);
        return Results.LocalRedirect(MarketView.HrefOf(id));
    }

    // The parameter makes it a form, which brings the check of its token.
    private static async Task<IResult> LookAsync(IFormCollection form, HttpContext http, PriceDesk desk, PriceFeeds feeds, FilingFeed filings)
    {
        await desk.RecordLookAsync(http.User.StaffId(), http.RequestAborted);
        feeds.Hurry();
        filings.Hurry();
        return Results.LocalRedirect("/admin/market#feeds");
    }

    private static async Task<IResult> AcceptAsync(Guid id, [FromForm] string? digest, [FromForm] bool? looked, HttpContext http, PriceDesk desk, MarketPages pages)
    {
        if (digest is not { Length: > 0 and <= LongestDigest })
        {
            return Results.BadRequest();
        }

        return await desk.AcceptAsync(id, digest, looked is true, http.User.StaffId(), http.RequestAborted) switch
        {
            null => Results.NotFound(),
            { Issues.Count: > 0 } refused => await pages.ShowAsync(id, http, refused.Issues),
            _ => Results.LocalRedirect(MarketView.HrefOf(id)),
        };
    }

    private static async Task<IResult> RejectAsync(Guid id, IFormCollection form, HttpContext http, PriceDesk desk, MarketPages pages) =>
        await desk.RejectAsync(id, http.User.StaffId(), http.RequestAborted)
            ? Results.LocalRedirect(MarketView.HrefOf(id))
            : await pages.ShowAsync(id, http, ["it does not wait any more"]);

    private static async Task<IResult> PricesAsync(Guid id, HttpContext http, MarketReading reading) =>
        await reading.OpenAsync(id, http.RequestAborted) is { } proposal
            ? Csv(proposal.Bars + proposal.Actions, $"{proposal.Line.Symbol}-{id:N}.csv")
            : Results.NotFound();

    private static async Task<IResult> ChangesAsync(Guid id, HttpContext http, MarketReading reading) =>
        await reading.OpenAsync(id, http.RequestAborted) is { Reading.Plan: { } plan }
            ? Csv(ChangesCsv.Write(plan), $"{plan.Symbol}-changes-{id:N}.csv")
            : Results.NotFound();

    private static FileContentHttpResult Csv(string text, string name) => TypedResults.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", name);
}
