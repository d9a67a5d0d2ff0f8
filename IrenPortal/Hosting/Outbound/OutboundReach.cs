using System.Net;
using System.Net.Sockets;

namespace IrenPortal.Hosting.Outbound;

/// <summary>How far a connection that the portal makes may reach.</summary>
public enum OutboundReach
{
    /// <summary>Addresses of the open internet.</summary>
    Public = 1,

    /// <summary>Those, and the private ranges of an own network; never this machine or its link.</summary>
    Private = 2,

    /// <summary>This machine alone; for tests.</summary>
    Loopback = 3,
}

/// <summary>Which resolved addresses a reach allows (IANA's special-purpose registries for IPv4 and IPv6).</summary>
public static class OutboundAddresses
{
    private static readonly IPNetwork[] PrivateRanges = Networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

    // What is not for everybody on the internet; of IPv6 only 2000::/3 is given out at all.
    private static readonly IPNetwork[] SpecialRanges = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    /// <summary>True where a connection may go.</summary>
    public static bool Allows(this OutboundReach reach, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return reach switch
        {
            OutboundReach.Loopback => IPAddress.IsLoopback(plain),
            OutboundReach.Private => IsPublic(plain) || Array.Exists(PrivateRanges, n => n.Contains(plain)),
            _ => IsPublic(plain),
        };
    }

    private static bool IsPublic(IPAddress address) =>
        !Array.Exists(SpecialRanges, n => n.Contains(address)) && (address.AddressFamily is AddressFamily.InterNetwork || GivenOut.Contains(address));

    private static IPNetwork[] Networks(params string[] ranges) => [.. ranges.Select(IPNetwork.Parse)];
}
