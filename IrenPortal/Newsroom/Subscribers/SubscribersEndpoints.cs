using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Frame;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Newsroom.Subscribers;

/// <summary>The page of e-mail alerts and its two commands.</summary>
internal static class SubscribersEndpoints
{
    /// <summary>Its address.</summary>
    public const string Href = "/admin/subscribers";

    public static void MapSubscribers(this IEndpointRouteBuilder staff)
    {
        staff.MapGetOrHead(Href, ShowAsync);
        staff.MapPost(Href + "/trial", TryAsync);
        staff.MapPost(Href + "/again", SendAgainAsync);
    }

    private static async Task<IResult> ShowAsync(string? done, HttpContext http, StaffFrames frames, SubscribersReading reading) =>
        new RazorComponentResult<SubscribersPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(SubscribersPage.View)] = await reading.ReadAsync(await frames.ForAsync(http), done switch
            {
                "trial" => "A trial is on its way to your address.",
                "again" => "They are in the queue again.",
                _ => null,
            }, http.RequestAborted),
        });

    // The parameter makes it a form, which brings the check of its token.
    private static async Task<IResult> TryAsync(IFormCollection form, HttpContext http, SubscribersDesk desk)
    {
        await desk.TryAsync(http.User.StaffId(), http.User.StaffEmail(), http.RequestAborted);
        return Results.LocalRedirect(Href + "?done=trial");
    }

    private static async Task<IResult> SendAgainAsync([FromForm] bool? twice, HttpContext http, SubscribersDesk desk)
    {
        if (twice is not true)
        {
            return Results.BadRequest();
        }

        await desk.SendAgainAsync(http.User.StaffId(), http.RequestAborted);
        return Results.LocalRedirect(Href + "?done=again");
    }
}
