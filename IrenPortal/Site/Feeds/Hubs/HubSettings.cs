using IrenPortal.Hosting.Outbound;

namespace IrenPortal.Site.Feeds.Hubs;

/// <summary>What <c>Feeds:*</c> says, checked once at the start: the WebSub hubs that feeds name and that are told of changes.</summary>
/// <param name="Hubs">Their addresses; also the list of hosts that may be asked.</param>
/// <param name="Reach">The resolved addresses that may be connected to.</param>
public sealed record HubSettings(IReadOnlyList<Uri> Hubs, OutboundReach Reach)
{
    private const string HubsKey = "Feeds:Hubs";
    private const string ReachKey = "Feeds:Addresses";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">A value can't be used; the message is one line that names its key.</exception>
    public static HubSettings From(IConfiguration configuration)
    {
        var reach = ReachOf(configuration[ReachKey]);
        return new HubSettings([.. (configuration[HubsKey] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(hub => HubOf(hub, reach)).Distinct()], reach);
    }

    private static Uri HubOf(string value, OutboundReach reach)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var hub) || hub.Host.Length == 0 || hub.UserInfo.Length > 0 || hub.Fragment.Length > 0)
        {
            throw new FormatException($"{HubsKey}: '{value}' is no hub's address; write for example https://hub.example.com/");
        }

        return hub.Scheme == Uri.UriSchemeHttps || (hub.Scheme == Uri.UriSchemeHttp && reach is OutboundReach.Loopback)
            ? hub
            : throw new FormatException($"{HubsKey}: '{hub.Scheme}' is not https; only {ReachKey}=Loopback allows http");
    }

    private static OutboundReach ReachOf(string? value) => value is null
        ? OutboundReach.Public
        : Enum.GetValues<OutboundReach>().FirstOrDefault(r => string.Equals(r.ToString(), value, StringComparison.OrdinalIgnoreCase)) is var reach && reach != default
            ? reach
            : throw new FormatException($"{ReachKey}: '{value}' is not known; write Public, Private or Loopback");
}
