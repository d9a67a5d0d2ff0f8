using System.Net;
using IrenPortal.Data;
using IrenPortal.Site.Search;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Site;

public sealed class SearchThrottleTests
{
    [Fact]
    public async Task Too_many_searches_from_one_address_get_429_and_lists_go_on()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions
        {
            Customize = builder => builder.Services.Configure<SearchLimits>(o => (o.Burst, o.Period) = (3, TimeSpan.FromHours(1))),
        });

        foreach (var address in new[] { "/news?q=one", "/api/v1/announcements?q=two", "/search?q=three" })
        {
            (await portal.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await portal.Client.GetAsync("/news?q=four");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await portal.Client.GetAsync("/api/v1/announcements?q=five")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await portal.Client.GetAsync("/news")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.Client.GetAsync("/news?q=")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
