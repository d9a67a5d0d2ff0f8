using IrenPortal.Hosting;
using IrenPortal.Newsroom.Frame;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IrenPortal.Newsroom.Help;

/// <summary>The newsroom's help, one page.</summary>
internal static class HelpEndpoints
{
    /// <summary>Its address.</summary>
    public const string Href = "/admin/help";

    public static void MapHelp(this IEndpointRouteBuilder staff) => staff.MapGetOrHead(Href, async (HttpContext http, StaffFrames frames, Review.ReleaseRules rules) =>
        new RazorComponentResult<HelpPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(HelpPage.Frame)] = await frames.ForAsync(http),
            [nameof(HelpPage.SecondPerson)] = rules.SecondPerson,
        }));
}
