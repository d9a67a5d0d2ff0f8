using System.Net;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.Hosting;

namespace IrenPortal.Tests.Hosting;

/// <summary>Development checks what production doesn't: that nothing scoped comes from the root container.</summary>
public sealed class DevelopmentTests
{
    [Theory, EachDatabase]
    public async Task Readers_pages_are_rendered_in_Development_too(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database, new PortalOptions
        {
            Settings = new Dictionary<string, string?> { ["Portal:ContentDirectory"] = Repository.Content },
            Customize = builder =>
            {
                // The builder exists already, and has chosen its checks by the environment that it found.
                builder.Environment.EnvironmentName = Environments.Development;
                builder.Host.UseDefaultServiceProvider((_, o) => o.ValidateScopes = o.ValidateOnBuild = true);
            },
        });

        foreach (var address in new[] { "/", "/news", "/news/microsoft-ai-cloud-contract", "/stock", "/stock/reactions", "/stock/history", "/stock/calculator", "/contracts", "/contracts/microsoft-ai-cloud", "/events", "/about" })
        {
            (await portal.Client.ReceiveAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address);
        }

        (await portal.Client.ReceiveAsync("/nothing-here")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Client.ReceiveAsync("/account/login")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
