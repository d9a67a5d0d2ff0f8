using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Frame;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IrenPortal.Newsroom.Audit;

/// <summary>The audit's page and its export; what is looked for is the query string.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder staff)
    {
        staff.MapGetOrHead(AuditQuery.Home, ShowAsync);
        staff.MapGetOrHead(AuditQuery.Export, Export);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, StaffFrames frames, AuditReading reading) =>
        new RazorComponentResult<AuditPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(AuditPage.Frame)] = await frames.ForAsync(http),
            [nameof(AuditPage.View)] = await reading.ReadAsync(AuditQuery.Of(http.Request.Query), http.User.StaffId(), http.RequestAborted),
        });

    private static IResult Export(HttpContext http, AuditReading reading)
    {
        var (query, by, cancel) = (AuditQuery.Of(http.Request.Query), http.User.StaffId(), http.RequestAborted);
        return Results.Stream(output => reading.WriteAsync(query, by, output, cancel), "text/csv; charset=utf-8", "audit.csv");
    }
}
