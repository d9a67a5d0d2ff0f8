using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Identity.SignIn;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Identity.Matrix;

/// <summary>
/// One more column, which needs a portal that requires a second factor: an administrator who has signed in and has none yet. Pages
/// lead to enrolment and commands are refused; a new route does so, or needs a row here.
/// </summary>
public sealed class EnrollingMatrixTests
{
    // What signs in and out, enrols, and shows again who one is.
    private static readonly string[] Otherwise =
    [
        "GET /_framework/opaque-redirect sign-in",
        "GET /account/code sign-in", "POST /account/code sign-in",
        "GET /account/confirm/ page", "POST /account/confirm/passkey/options page",
        "GET /account/enrol/ page", "POST /account/enrol/code enrol", "POST /account/enrol/passkey refused", "POST /account/enrol/passkey/options page",
        "GET /account/link 404", "POST /account/link 404",
        "GET /account/login done", "POST /account/logout sign-in", "POST /account/passkey/options page",
        "GET /setup 404", "POST /setup 404",
    ];

    [Theory, EachDatabase]
    public async Task Who_has_no_second_factor_yet_is_led_to_enrolment_from_every_staff_route(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider, StrictPortals.Strict with
        {
            Customize = b => b.Services.Configure<StaffSignInOptions>(o => (o.AttemptsPerAddress, o.AttemptsPerAccount, o.AttemptsPerCode) = (10_000, 10_000, 10_000)),
        });
        using var enrolling = await StaffActor.SignedInAsync(portal, "enrolling", StaffRoles.Admin);

        var seen = new List<string>();
        foreach (var (method, pattern) in StaffMatrixTests.Routes(portal))
        {
            var got = await enrolling.TryAsync(method, StaffMatrixTests.Fill(pattern, Guid.NewGuid()), StaffMatrix.Fields());
            var circuit = pattern.RawText!.StartsWith("/_blazor", StringComparison.Ordinal);
            if (got != (method is "GET" && !circuit ? "enrol" : "401"))
            {
                seen.Add($"{method} {pattern.RawText} {got}");
            }
        }

        seen.ShouldBe(Otherwise, ignoreOrder: true);
    }
}
