using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Frame;
using IrenPortal.Site.Published;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IrenPortal.Newsroom.Queue;

/// <summary>The queue and the list of each desk; search and filters are the query string.</summary>
internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder staff)
    {
        staff.MapGetOrHead(StaffAddresses.Home, QueueAsync);
        foreach (var desk in Desk.All)
        {
            staff.MapGetOrHead(desk.Href, (HttpContext http, StaffFrames frames, DraftReading reading) => ListAsync(desk, http, frames, reading));
        }
    }

    private static async Task<IResult> QueueAsync(HttpContext http, StaffFrames frames, DraftReading reading, NewsroomHealth health, RecentReleases recent, UnknownAddresses unknown)
    {
        var lines = await reading.ListAsync(null, "", openOnly: true, http.User.StaffId(), http.RequestAborted);
        return new RazorComponentResult<QueuePage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(QueuePage.Frame)] = await frames.ForAsync(http),
            [nameof(QueuePage.Lines)] = lines,
            [nameof(QueuePage.Recent)] = await recent.ReadAsync(http.User.StaffId(), http.RequestAborted),
            [nameof(QueuePage.Health)] = await health.ReadAsync(http.RequestAborted),
            [nameof(QueuePage.Early)] = unknown.CountOf(lines.Where(l => l.PublishedVersion == 0).Select(l => (l.Kind, l.Slug)).ToHashSet()),
            [nameof(QueuePage.Show)] = new QueryFields(http.Request.Query).Text("show") is "mine" or "needs-me" ? http.Request.Query["show"].ToString() : "all",
        });
    }

    private static async Task<IResult> ListAsync(Desk desk, HttpContext http, StaffFrames frames, DraftReading reading)
    {
        var asked = new QueryFields(http.Request.Query);
        var query = asked.Text("q") ?? "";
        var state = Enum.TryParse<DocumentState>(asked.Text("state"), out var known) && Enum.IsDefined(known) ? known : (DocumentState?)null;
        var lines = await reading.ListAsync(desk.Kind, query, openOnly: false, http.User.StaffId(), http.RequestAborted);
        return new RazorComponentResult<DeskPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DeskPage.Frame)] = await frames.ForAsync(http),
            [nameof(DeskPage.Of)] = desk,
            [nameof(DeskPage.Lines)] = lines.Where(l => state is null ? l.State is not DocumentState.Cancelled : l.State == state).ToList(),
            [nameof(DeskPage.Query)] = query,
            [nameof(DeskPage.State)] = state?.ToString() ?? "",
        });
    }
}
