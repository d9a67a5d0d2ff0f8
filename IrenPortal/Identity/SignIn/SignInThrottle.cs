using System.Net;
using System.Threading.RateLimiting;
using IrenPortal.Hosting;
using Microsoft.Extensions.Options;

namespace IrenPortal.Identity.SignIn;

/// <summary>
/// Slows guessing, by address and by account. Accounts are counted by what was typed, so that the answer doesn't tell
/// which exist; nothing is stored, so that nobody can be locked out for longer than the throttle takes.
/// </summary>
public sealed class SignInThrottle(IOptions<StaffSignInOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _addresses = ClientBuckets.Create(options.Value.AttemptsPerAddress, TimeSpan.FromMinutes(1), options.Value.AttemptsPerAddress);
    private readonly PartitionedRateLimiter<string> _accounts = ClientBuckets.Create(options.Value.AttemptsPerAccount, TimeSpan.FromSeconds(30), 1);

    private readonly PartitionedRateLimiter<string> _codes = ClientBuckets.Create(options.Value.AttemptsPerCode, TimeSpan.FromMinutes(1), 1);

    /// <summary>Counts a post; false when the address has made too many.</summary>
    public bool Admits(IPAddress? address)
    {
        using var lease = _addresses.AttemptAcquire(ClientBuckets.Network(address));
        return lease.IsAcquired;
    }

    /// <summary>Counts a sign-in to an account; false when there were too many.</summary>
    public bool Admits(string email)
    {
        using var lease = _accounts.AttemptAcquire(email.Trim().ToUpperInvariant());
        return lease.IsAcquired;
    }

    /// <summary>Counts a code or password from who has signed in, at least by half; false when there were too many.</summary>
    public bool AdmitsCode(string userId)
    {
        using var lease = _codes.AttemptAcquire(userId);
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _addresses.Dispose();
        _accounts.Dispose();
        _codes.Dispose();
    }
}
