using IrenPortal.Data;
using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Hosting;

/// <summary>Whom an address is for is said where it is mapped, once.</summary>
public sealed class RouteAudienceTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Fact]
    public async Task Every_mapped_route_is_tagged_public_staff_or_operations_exactly_once()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var endpoints = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        endpoints.Count.ShouldBeGreaterThan(80);

        var wrong = endpoints.Where(e => e.Metadata.OfType<RouteAudience>().Count() != 1).Select(e => $"{e.DisplayName}: {string.Join(", ", e.Metadata.OfType<RouteAudience>().Select(a => a.Name))}");

        wrong.ShouldBeEmpty("a slice is mapped outside the groups that say whom it is for");
    }

    [Fact]
    public async Task The_tag_and_the_address_agree()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var expected = StaffAddresses.Owns(path) || path == "/_framework/opaque-redirect" ? RouteAudience.Staff : path.StartsWith("/health/", StringComparison.Ordinal) ? RouteAudience.Operations : RouteAudience.Public;
            endpoint.Metadata.GetMetadata<RouteAudience>().ShouldBe(expected, path);
        }
    }

    [Theory, EachDatabase]
    public async Task A_readers_process_maps_no_staff_route(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        await using var reader = await portal.StartReaderAsync();

        reader.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<RouteAudience>() == RouteAudience.Staff).ShouldBeEmpty();
    }
}
