using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace IrenPortal.Hosting;

/// <summary>Token buckets, one for each address that requests come from; kept in memory.</summary>
public static class ClientBuckets
{
    /// <summary>What counts as one client: an IPv4 address, or a /64 of IPv6, of which one household or office has a whole one.</summary>
    public static string Network(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };

    /// <summary>A bucket for each key.</summary>
    /// <param name="limit">Tokens that a full bucket holds.</param>
    /// <param name="period">How often tokens are put back.</param>
    /// <param name="refill">How many then.</param>
    public static PartitionedRateLimiter<string> Create(int limit, TimeSpan period, int refill) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit,
            ReplenishmentPeriod = period,
            TokensPerPeriod = refill,
            QueueLimit = 0,
            AutoReplenishment = true,
        }));
}
