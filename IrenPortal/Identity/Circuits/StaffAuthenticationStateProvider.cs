using IrenPortal.Identity.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace IrenPortal.Identity.Circuits;

/// <summary>Asks every few seconds whether a circuit's person is still signed in; if not, the circuit becomes a stranger's and leaves its page.</summary>
internal sealed class StaffAuthenticationStateProvider(ILoggerFactory logs, StaffSessions sessions, IOptions<StaffSignInOptions> options)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => options.Value.CircuitCheck;

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        sessions.HoldsAsync(authenticationState.User, cancellationToken);
}
