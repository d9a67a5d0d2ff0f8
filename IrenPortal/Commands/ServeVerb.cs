using System.CommandLine;
using IrenPortal.Hosting;
using IrenPortal.Newsroom.Releasing;
using IrenPortal.Site;

namespace IrenPortal.Commands;

/// <summary><c>serve</c>: prepares the stores, starts the site, prints its address and, while no user exists, the set-up link.</summary>
internal static class ServeVerb
{
    /// <summary>Where the portal listens when nothing else is said.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    public static Command Create()
    {
        var command = new Command("serve", "Start the portal (the default).");
        command.SetAction(RunAsync);
        return command;
    }

    public static Task<int> RunAsync(ParseResult parsed, CancellationToken cancel) => Refusal.GuardAsync(parsed, async () =>
    {
        var configuration = VerbInvocation.Of(parsed).Settings();
        var settings = PortalSettings.From(configuration);
        using var folder = VerbHost.TakeLock(settings);
        await using var app = PortalApplication.Build(settings, configuration, b =>
        {
            if (string.IsNullOrEmpty(b.Configuration["urls"]))
            {
                b.WebHost.UseUrls(DefaultAddress);
            }
        });
        await PortalStart.PrepareAsync(app.Services, cancel);
        await (app.Services.GetService<ReleaseRehearsal>()?.RunAsync(cancel) ?? Task.CompletedTask);
        await app.StartAsync(cancel);
        await app.Services.GetRequiredService<SiteRehearsal>().RunAsync(cancel);
        foreach (var line in await PortalStart.GreetingAsync(app, cancel))
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
        }

        await app.WaitForShutdownAsync(cancel);
        return 0;
    });
}
