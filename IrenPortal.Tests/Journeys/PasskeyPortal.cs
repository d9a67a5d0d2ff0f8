using System.Net;
using System.Net.Sockets;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using NodaTime;

namespace IrenPortal.Tests.Journeys;

/// <summary>A portal that demands a second factor, where browsers can make passkeys: they know them by host name, not by address.</summary>
internal static class PasskeyPortal
{
    /// <summary>Starts one; the browser's own clock runs on, so the portal's begins at the real time: sign-ins are timed by both.</summary>
    /// <returns>The portal, and its address by name.</returns>
    public static async Task<(TestPortal Portal, Uri Address)> StartAsync()
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions
        {
            Now = SystemClock.Instance.GetCurrentInstant(),
            Settings = new Dictionary<string, string?> { ["Identity:SecondFactor"] = "Required" },
            Customize = builder => builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority)),
        });
        return (portal, address);
    }

    /// <summary>Gives a page a device that holds passkeys and is touched at once.</summary>
    public static async Task AddAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
