using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace IrenPortal.Identity.SignIn;

/// <summary>
/// Slows guessing, by address and by account. Accounts are counted by what was typed, so that the answer doesn't tell
/// which exist; nothing is stored, so that nobody can be locked out for longer than the throttle takes.
/// </summary>
public sealed class SignInThrottle(IOptions<StaffSignInOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _addresses = Buckets(options.Value.AttemptsPerAddress, TimeSpan.FromMinutes(1), options.Value.AttemptsPerAddress);
    private readonly PartitionedRateLimiter<string> _accounts = Buckets(options.Value.AttemptsPerAccount, TimeSpan.FromSeconds(30), 1);

    /// <summary>Counts a post; false when the address has made too many.</summary>
    public bool Admits(IPAddress? address)
    {
        using var lease = _addresses.AttemptAcquire(Network(address));
        return lease.IsAcquired;
    }

    /// <summary>Counts a sign-in to an account; false when there were too many.</summary>
    public bool Admits(string email)
    {
        using var lease = _accounts.AttemptAcquire(email.Trim().ToUpperInvariant());
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _addresses.Dispose();
        _accounts.Dispose();
    }

    // One household or office has a whole /64 of IPv6.
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };

    private static PartitionedRateLimiter<string> Buckets(int limit, TimeSpan period, int refill) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit,
            ReplenishmentPeriod = period,
            TokensPerPeriod = refill,
            QueueLimit = 0,
            AutoReplenishment = true,
        }));
}
