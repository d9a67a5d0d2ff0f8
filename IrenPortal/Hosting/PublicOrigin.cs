using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IrenPortal.Hosting;

/// <summary>Scheme, host and port of every absolute address: as set, else the first bound address, never the Host header.</summary>
public sealed class PublicOrigin(PortalSettings settings, IServer server)
{
    private Uri? _bound;

    /// <summary>The origin, ending in a slash.</summary>
    /// <exception cref="InvalidOperationException">Nothing is set and the server has not started.</exception>
    public Uri Value => settings.PublicOrigin ?? (_bound ??= Bound());

    /// <summary>The absolute address of a path that begins with a slash.</summary>
    public string Absolute(string path) => new Uri(Value, path).AbsoluteUri;

    private Uri Bound() => BoundAddress.Reached(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("The server has no address yet."));
}
