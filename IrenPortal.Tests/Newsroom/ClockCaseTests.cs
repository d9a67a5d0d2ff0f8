using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom;

/// <summary>
/// Wherever the clock goes round an approved instant, the release is not early, not twice, and not taken back; some cases here,
/// as many as <c>IREN_CLOCK_CASES</c> says with <c>bench/clock-cases.sh</c>.
/// </summary>
public sealed class ClockCaseTests
{
    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable("IREN_CLOCK_CASES"), CultureInfo.InvariantCulture, out var asked) ? asked : 12;

    [Theory, EachDatabase]
    public async Task A_clock_put_forward_and_back_makes_no_release_early_double_or_undone(DatabaseProvider provider)
    {
        await using var stores = await PreparedStores.CopyAsync(provider);
        for (var number = 1; number <= Cases; number++)
        {
            await using var one = new ClockCase(stores, number);
            await one.RunAsync();
        }

        await using var portal = TestContainer.Build(stores, new Dictionary<string, string?>(), []);
        await using var store = await portal.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContextAsync();
        (await StoreVerification.RunAsync(store, CancellationToken.None)).Fault.ShouldBeNull();
        TestContext.Current.SendDiagnosticMessage("{0} clock cases on {1}", Cases, provider);
    }
}
