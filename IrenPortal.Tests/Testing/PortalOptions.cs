using IrenPortal.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;

namespace IrenPortal.Tests.Testing;

/// <summary>How a test starts a portal.</summary>
public sealed record PortalOptions
{
    /// <summary>A weekday noon in New York after the repository's last announcement.</summary>
    public static Instant DefaultNow { get; } = Instant.FromUtc(2026, 9, 16, 16, 0);

    /// <summary>Which half of the portal.</summary>
    public PortalRole Role { get; init; } = PortalRole.All;

    /// <summary>What the clock shows at first.</summary>
    public Instant Now { get; init; } = DefaultNow;

    /// <summary>True leaves PostgreSQL's own clock to the gate; else both databases go by the test's.</summary>
    public bool DatabaseClock { get; init; }

    /// <summary>Further settings, such as <c>Newsroom:SecondPerson</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>EF interceptors of everything that writes, for faults at a named step.</summary>
    public IReadOnlyList<IInterceptor> Interceptors { get; init; } = [];

    /// <summary>Last changes to the host's services.</summary>
    public Action<WebApplicationBuilder>? Customize { get; init; }
}
