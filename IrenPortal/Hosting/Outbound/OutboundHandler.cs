using System.Net;
using System.Net.Sockets;

namespace IrenPortal.Hosting.Outbound;

/// <summary>A host resolved to addresses that the portal does not connect to; the message goes on after the host's name.</summary>
public sealed class OutboundRefusedException(string message) : Exception(message);

/// <summary>
/// Makes handlers for requests that the portal sends: no redirects, cookies or proxies, and the address is checked after it
/// was resolved and is the one that is connected to, so that no second answer of the name server can change it.
/// </summary>
public static class OutboundHandler
{
    private const int HeaderKilobytes = 32;

    /// <summary>A handler for a reach.</summary>
    public static SocketsHttpHandler Create(OutboundReach reach, TimeSpan connectTimeout) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = connectTimeout,
        MaxResponseHeadersLength = HeaderKilobytes,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ActivityHeadersPropagator = null,
        ConnectCallback = async (context, cancel) => await ConnectAsync(reach, context.DnsEndPoint, cancel),
    };

    private static async Task<Stream> ConnectAsync(OutboundReach reach, DnsEndPoint end, CancellationToken cancel)
    {
        var resolved = await Dns.GetHostAddressesAsync(end.Host, end.AddressFamily, cancel);
        var allowed = Array.FindAll(resolved, a => reach.Allows(a));
        if (allowed.Length == 0)
        {
            throw new OutboundRefusedException($"resolves to {string.Join(", ", resolved.Take(4).Select(a => a.ToString()))}, which is not connected to");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, end.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
