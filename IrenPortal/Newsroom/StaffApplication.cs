using IrenPortal.Hosting;
using IrenPortal.Identity;

namespace IrenPortal.Newsroom;

/// <summary>Maps the staff application.</summary>
public static class StaffApplication
{
    /// <summary>Maps <c>/admin</c> and its circuits, for staff alone. The static assets are mapped before.</summary>
    public static void MapStaffApplication(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapRazorComponents<AdminApp>()
            .AddInteractiveServerRenderMode(o =>
            {
                // Framing is forbidden by the policy of every staff answer; secret texts are not compressed beside others.
                o.ContentSecurityFrameAncestorsPolicy = null;
                o.DisableWebSocketCompression = true;
            })
            .WithStaticAssets()
            .WithMetadata(RouteAudience.Staff)
            .RequireAuthorization(StaffPolicies.Staff);
}
