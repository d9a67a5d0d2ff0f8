using System.Security.Claims;
using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.SignIn;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Identity;

public sealed class CircuitTests
{
    private static readonly PortalOptions Quick = new()
    {
        Customize = builder => builder.Services.Configure<StaffSignInOptions>(o => o.CircuitCheck = TimeSpan.FromMilliseconds(50)),
    };

    [Fact]
    public void A_circuit_is_checked_at_least_every_ten_seconds() =>
        new StaffSignInOptions().CircuitCheck.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(10));

    [Theory, EachDatabase]
    public async Task A_circuit_ends_with_its_account_role_password_sign_in_or_time(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider, Quick);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin@staff.example", StaffRoles.Admin);
        var accounts = portal.Services.GetRequiredService<StaffAccounts>();
        Func<string, ClaimsPrincipal, Task>[] ends =
        [
            (id, _) => accounts.DisableAsync(admin, id, CancellationToken.None),
            (id, _) => accounts.ChangeRoleAsync(admin, id, StaffRoles.Admin, CancellationToken.None),
            (id, _) => portal.Services.GetRequiredService<PasswordLinks>().ChangeAsync(id, StaffBrowser.Password, "another tall kettle, singing", CancellationToken.None),
            (_, user) => portal.Services.GetRequiredService<StaffSessions>().EndAsync(user, CancellationToken.None),
            (id, _) => portal.Services.GetRequiredService<OwnSignIns>().EndAllAsync(id, CancellationToken.None),
            (id, _) => accounts.ResetFactorsAsync(admin, id, CancellationToken.None),
            (_, _) =>
            {
                portal.Clock.Advance(Duration.FromMinutes(60));
                return Task.CompletedTask;
            },
        ];
        foreach (var (end, number) in ends.Select((end, number) => (end, number)))
        {
            await using var circuit = await OpenAsync(portal, $"person{number}@staff.example");
            (await circuit.InboundAsync()).ShouldBeTrue();
            var signedOut = circuit.SignedOutAsync();

            await end(circuit.UserId, circuit.User);

            await signedOut.WaitAsync(TimeSpan.FromSeconds(10));
            (await circuit.InboundAsync()).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_circuit_taken_up_by_somebody_else_ends()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, Quick);
        await using var circuit = await OpenAsync(portal, "mine@staff.example");
        await using var other = await OpenAsync(portal, "other@staff.example");

        circuit.Connect(other.User);

        await Should.ThrowAsync<InvalidOperationException>(circuit.InboundAsync());
    }

    private static async Task<OpenCircuit> OpenAsync(TestPortal portal, string email)
    {
        var id = await StaffBrowser.AddAccountAsync(portal, email, StaffRoles.Editor);
        using var browser = new StaffBrowser(portal);
        using var signedIn = await browser.TrySignInAsync(email);
        var scope = portal.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Path = "/_blazor";
        http.Request.Headers.Cookie = StaffBrowser.CookieOf(signedIn);
        var connection = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var circuit = new OpenCircuit(scope, id, connection.Principal!);
        await circuit.StartAsync();
        return circuit;
    }

    /// <summary>What the framework does for a circuit: a scope, the person of its connection, and its handler.</summary>
    private sealed class OpenCircuit(AsyncServiceScope scope, string userId, ClaimsPrincipal user) : IAsyncDisposable
    {
        private readonly CircuitHandler _handler = scope.ServiceProvider.GetServices<CircuitHandler>().Single(h => h.GetType().Namespace == "IrenPortal.Identity.Circuits");
        private readonly AuthenticationStateProvider _states = scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();

        public string UserId => userId;

        public ClaimsPrincipal User => user;

        public Task StartAsync()
        {
            Connect(user);
            return _handler.OnCircuitOpenedAsync(null!, CancellationToken.None);
        }

        public void Connect(ClaimsPrincipal person) =>
            ((IHostEnvironmentAuthenticationStateProvider)_states).SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));

        public Task SignedOutAsync()
        {
            var signedOut = new TaskCompletionSource();
            _states.AuthenticationStateChanged += async state =>
            {
                if ((await state).User.Identity is not { IsAuthenticated: true })
                {
                    signedOut.TrySetResult();
                }
            };
            return signedOut.Task;
        }

        /// <summary>True when something that comes in is carried out.</summary>
        public async Task<bool> InboundAsync()
        {
            var carriedOut = false;
            await _handler.CreateInboundActivityHandler(_ =>
            {
                carriedOut = true;
                return Task.CompletedTask;
            })(null!);
            return carriedOut;
        }

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
