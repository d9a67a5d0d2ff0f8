using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace IrenPortal.Identity.Circuits;

/// <summary>
/// Holds a circuit to the sign-in that opened it. After its end nothing that still comes in is carried out, and a
/// connection of somebody else ends the circuit.
/// </summary>
internal sealed class StaffCircuit(AuthenticationStateProvider authentication) : CircuitHandler
{
    private string? _session;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) =>
        _session = (await UserAsync()).SessionId();

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            var session = (await UserAsync()).SessionId();
            if (session is not null && session != _session)
            {
                throw new InvalidOperationException("A circuit was taken up under another sign-in.");
            }

            if (session is not null)
            {
                await next(context);
            }
        };

    private async Task<ClaimsPrincipal> UserAsync() => (await authentication.GetAuthenticationStateAsync()).User;
}
