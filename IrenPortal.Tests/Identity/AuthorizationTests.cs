using System.Net;
using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Identity;

/// <summary>Who gets what, over every address that staff have.</summary>
public sealed class AuthorizationTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    private static readonly string[] OpenToStrangers = ["/account/login", "/account/logout", "/account/link", "/account/code", "/account/passkey", "/account/passkey/options", "/setup"];

    [Fact]
    public async Task Every_staff_address_demands_a_policy_but_the_few_that_lead_to_sign_in()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);

        var open = Endpoints(portal).Where(e => !e.Metadata.OfType<IAuthorizeData>().Any()).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'));

        open.Distinct().ShouldBe(OpenToStrangers, ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task Strangers_are_sent_to_sign_in_from_pages_and_refused_elsewhere(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        foreach (var endpoint in Endpoints(portal).Where(e => e.Metadata.OfType<IAuthorizeData>().Any()))
        {
            var path = Fill(endpoint);
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                using var answer = await portal.Client.SendAsync(request);
                var reads = method is "GET" or "HEAD" && !path.StartsWith("/_blazor", StringComparison.Ordinal);
                if (!reads)
                {
                    answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.NotFound);
                }
                else
                {
                    answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
                    answer.Headers.Location!.OriginalString.ShouldStartWith("/account/login?returnUrl=%2F");
                }
            }
        }
    }

    [Theory, EachDatabase]
    public async Task An_admins_page_is_the_usual_404_to_an_editor(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var unknown = await portal.Client.ReceiveAsync("/no-such-address");
        var (editor, _) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Editor);
        var (admin, _) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Admin);
        using (editor)
        using (admin)
        {
            foreach (var path in Endpoints(portal).Where(e => Policies(e).Contains(StaffPolicies.Admin)).Select(Fill))
            {
                var seen = await editor.Client.ReceiveAsync(path);
                (seen.Status, seen.Headers, seen.Sha256).ShouldBe((unknown.Status, unknown.Headers, unknown.Sha256), path);
                (await admin.StatusAsync(path)).ShouldBe(HttpStatusCode.OK, path);
            }

            (await editor.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);
            (await editor.Client.ReceiveAsync("/admin/no-such-place")).Sha256.ShouldBe(unknown.Sha256);
        }
    }

    [Theory, EachDatabase]
    public async Task Who_is_switched_off_is_a_stranger_everywhere(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var (admin, adminId) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Admin);
        var (gone, id) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Admin);
        using (admin)
        using (gone)
        {
            await portal.Services.GetRequiredService<StaffAccounts>().DisableAsync(adminId, id, CancellationToken.None);
            foreach (var path in new[] { "/admin", "/admin/users", "/account", "/account/password", "/account/session" })
            {
                (await gone.StatusAsync(path)).ShouldBe(HttpStatusCode.Redirect, path);
            }
        }
    }

    [Theory, EachDatabase]
    public async Task A_readers_process_has_no_staff_addresses_at_all(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        await using var reader = await portal.StartReaderAsync();
        var unknown = await reader.Client.ReceiveAsync("/no-such-address");

        foreach (var path in new[] { "/admin", "/admin/users", "/account/login", "/account", "/setup", "/_blazor", "/_blazor/negotiate" })
        {
            var seen = await reader.Client.ReceiveAsync(path);
            (seen.Status, seen.Headers, seen.Sha256).ShouldBe((unknown.Status, unknown.Headers, unknown.Sha256), path);
        }
    }

    [Fact]
    public async Task The_newsrooms_document_keeps_the_strict_policy_and_shows_nothing_before_its_circuit()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var (admin, _) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Admin);
        using (admin)
        {
            using var answer = await admin.Client.GetAsync("/admin/users");
            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldNotContain("unsafe");
            policy.ShouldContain("frame-ancestors 'none'");

            var page = await StaffBrowser.ParseAsync(answer);
            page.QuerySelectorAll("script:not([src]), style, [style]").ShouldBeEmpty();
            page.QuerySelectorAll("*").SelectMany(e => e.Attributes).ShouldNotContain(a => a.Name.StartsWith("on", StringComparison.Ordinal));
            page.Body!.TextContent.ShouldNotContain("@staff.example");
        }
    }

    private static IEnumerable<RouteEndpoint> Endpoints(TestPortal portal) =>
        portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => StaffAddresses.Owns("/" + e.RoutePattern.RawText!.TrimStart('/')));

    private static IEnumerable<string?> Policies(RouteEndpoint endpoint) => endpoint.Metadata.OfType<IAuthorizeData>().Select(a => a.Policy);

    private static string Fill(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p =>
            p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Guid.Empty.ToString()))));
}
