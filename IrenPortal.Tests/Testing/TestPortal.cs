using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IrenPortal.Tests.Testing;

/// <summary>The real portal on a loopback port, with temporary stores, a clock that a test moves and logs that a test reads.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private readonly bool _ownsStores;
    private readonly PortalOptions _options;
    private WebApplication _app = null!;
    private int _commands;

    private TestPortal(TestStores stores, bool ownsStores, PortalOptions options, TestClock clock) =>
        (Stores, _ownsStores, _options, Clock) = (stores, ownsStores, options, clock);

    /// <summary>The databases and folders, which a restart keeps.</summary>
    public TestStores Stores { get; }

    /// <summary>The portal's clock, and the gate's unless the options say otherwise.</summary>
    public TestClock Clock { get; }

    /// <summary>What was logged since the last start.</summary>
    public LogCapture Logs { get; private set; } = new();

    /// <summary>The portal's container.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The address it listens on.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A browser without cookies and without following redirects.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts a portal on stores as a first start leaves them.</summary>
    public static async Task<TestPortal> StartAsync(DatabaseProvider provider, PortalOptions? options = null)
    {
        options ??= new PortalOptions();
        var stores = await PreparedStores.CopyAsync(provider, options.Settings.GetValueOrDefault("Portal:ContentDirectory"));
        try
        {
            var portal = new TestPortal(stores, ownsStores: true, options, new TestClock(options.Now));
            await portal.StartAsync();
            return portal;
        }
        catch
        {
            await stores.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a portal on stores that something else owns and ends, such as a second process beside the first.</summary>
    public static async Task<TestPortal> StartOnAsync(TestStores stores, PortalOptions? options = null, TestClock? clock = null)
    {
        options ??= new PortalOptions();
        var portal = new TestPortal(stores, ownsStores: false, options, clock ?? new TestClock(options.Now));
        await portal.StartAsync();
        return portal;
    }

    /// <summary>Starts a readers' process beside this portal, on the same stores and clock.</summary>
    public Task<TestPortal> StartReaderAsync() => StartOnAsync(Stores, _options with { Role = PortalRole.Public }, Clock);

    /// <summary>Throws the host away and starts again on the same stores.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>A new client of this portal.</summary>
    public HttpClient NewClient(bool cookies = false) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies }) { BaseAddress = Address };

    /// <summary>Publishes documents through the gate in one command; a refusal fails the test.</summary>
    public Task<GateResult> PublishAsync(params IReadOnlyList<EditionItem> editions) =>
        PublishAsync(new ReleaseCommand(NewKey(), editions));

    /// <summary>Publishes bars through the gate.</summary>
    public Task<GateResult> PublishAsync(PricesItem prices) => PublishAsync(new ReleaseCommand(NewKey(), [], [prices], []));

    /// <summary>Sends a command through the gate; a refusal fails the test.</summary>
    public async Task<GateResult> PublishAsync(ReleaseCommand command)
    {
        var result = await ReleaseAsync(command);
        result.Issues.ShouldBeEmpty();
        return result;
    }

    /// <summary>Sends a command through the gate.</summary>
    public Task<GateResult> ReleaseAsync(ReleaseCommand command) =>
        Services.GetRequiredService<PublicGate>().ReleaseAsync(command, CancellationToken.None);

    /// <summary>A read-only look at the public store; the caller disposes it.</summary>
    public PublicDbContext OpenPublicStore() => Services.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContext();

    /// <summary>The public store with the writer's rights, for tests that tamper.</summary>
    public PublicDbContext OpenPublicWriter() => Services.GetRequiredService<PublicStoreWriter>().Open();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_ownsStores)
        {
            await Stores.DisposeAsync();
        }
    }

    private async Task StartAsync()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Stores.Settings())
            .AddInMemoryCollection([new("Identity:SecondFactor", "Optional")])
            .AddInMemoryCollection(_options.Settings)
            .AddInMemoryCollection([new("Portal:Role", _options.Role.ToString())])
            .Build();
        Logs = new LogCapture();
        _app = PortalApplication.Build(PortalSettings.From(configuration), configuration, Customize);
        await PortalStart.PrepareAsync(_app.Services, CancellationToken.None);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
        Client = NewClient();
    }

    private void Customize(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        // As in Development: what lives as long as a request is never taken from the root.
        builder.Host.UseDefaultServiceProvider(o => o.ValidateScopes = true);
        builder.Logging.ClearProviders().AddProvider(Logs);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));

        // What a hash costs is no test's subject.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
        if (!_options.DatabaseClock && _options.Role is not PortalRole.Public)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<IGateClock, MachineGateClock>());
        }

        foreach (var interceptor in _options.Interceptors)
        {
            builder.Services.AddSingleton(interceptor);
        }

        _options.Customize?.Invoke(builder);
    }

    private async Task StopAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private string NewKey() => string.Create(CultureInfo.InvariantCulture, $"test-{Guid.NewGuid():N}-{Interlocked.Increment(ref _commands)}");
}
