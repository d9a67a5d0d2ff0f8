using IrenPortal.Alerts.Delivering;
using IrenPortal.Alerts.Mails;
using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace IrenPortal.Tests.Alerts;

/// <summary>A portal whose e-mail alerts move when the test says so, and the mail that they wrote.</summary>
internal sealed class AlertDesk(TestPortal portal) : IAsyncDisposable
{
    /// <summary>Where links lead.</summary>
    public const string Origin = "http://investors.example";

    /// <summary>The portal.</summary>
    public TestPortal Portal => portal;

    /// <summary>The mails in the folder, oldest first.</summary>
    public IReadOnlyList<Eml> Mails => Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, "*.eml").OrderBy(File.GetLastWriteTimeUtc).ThenBy(path => path, StringComparer.Ordinal).Select(path => Eml.Read(File.ReadAllText(path)))]
        : [];

    private string Folder => Path.Combine(portal.Stores.DataDirectory, "mail");

    /// <summary>Starts one; its worker has looked once, so that what is public by then is no news.</summary>
    public static async Task<AlertDesk> StartAsync(DatabaseProvider provider, IReadOnlyDictionary<string, string?>? settings = null, TestStores? stores = null, IMailTransport? transport = null)
    {
        var options = new PortalOptions
        {
            Settings = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>()) { ["Portal:PublicOrigin"] = Origin },
            Customize = builder =>
            {
                // A readers' process beside it has none.
                if (builder.Services.SingleOrDefault(s => s.ImplementationType == typeof(AlertWorker)) is { } loop)
                {
                    builder.Services.Remove(loop);
                    builder.Services.AddSingleton<AlertWorker>();
                }

                if (transport is not null)
                {
                    builder.Services.Replace(ServiceDescriptor.Singleton(transport));
                }
            },
        };
        var desk = new AlertDesk(stores is null ? await TestPortal.StartAsync(provider, options) : await TestPortal.StartOnAsync(stores, options));
        await desk.WorkAsync();
        return desk;
    }

    /// <summary>Does what the worker does in a look.</summary>
    public Task WorkAsync() => portal.Services.GetRequiredService<AlertWorker>().RunOnceAsync(CancellationToken.None);

    /// <summary>Lets time pass, then looks.</summary>
    public Task WorkAfterAsync(Duration time)
    {
        portal.Clock.Advance(time);
        return WorkAsync();
    }

    /// <summary>The alerts' own store; the caller disposes it.</summary>
    public AlertsDbContext Open() => portal.Services.GetRequiredService<IDbContextFactory<AlertsDbContext>>().CreateDbContext();

    /// <summary>Posts a form as a browser without cookies.</summary>
    public Task<HttpResponseMessage> PostAsync(string href, params IEnumerable<(string Name, string Value)> fields) =>
        portal.Client.PostAsync(PathOf(href), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Reads an address, or the address of a link in a mail.</summary>
    public Task<HttpResponseMessage> GetAsync(string href) => portal.Client.GetAsync(PathOf(href));

    /// <summary>Asks, takes the link out of the mail and confirms.</summary>
    public async Task<Subscriber> SubscribeAsync(string address, AlertRhythm rhythm = AlertRhythm.Immediate, params IEnumerable<string> categories)
    {
        using var asked = await PostAsync("/alerts", [("email", address), ("rhythm", rhythm.ToString()), .. categories.Select(c => ("category", c))]);
        ((int)asked.StatusCode).ShouldBe(303);
        await WorkAsync();
        using var confirmed = await PostAsync(Mails.Last(m => m.To == address).Link("/alerts/confirm"));
        ((int)confirmed.StatusCode).ShouldBe(303);
        await using var store = Open();
        return await store.Subscribers.AsNoTracking().SingleAsync(s => s.Address == address);
    }

    /// <summary>Mails to an address that tell of releases.</summary>
    public IReadOnlyList<Eml> NewsTo(string address) => [.. Mails.Where(m => m.To == address && m.Headers.ContainsKey("List-Unsubscribe"))];

    /// <inheritdoc />
    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private static string PathOf(string href) => href.StartsWith(Origin, StringComparison.Ordinal) ? href[Origin.Length..] : href;
}
