using IrenPortal.Hosting;
using IrenPortal.Site.Published;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IrenPortal.Site;

/// <summary>
/// Asks this process once, right after its start, for the pages by which readers learn of a release: the readers of the first
/// release don't wait for code that was never run. It is no first read: the metric counts what came in while the process ran.
/// </summary>
public sealed partial class SiteRehearsal(IServer server, PublishedSites sites, ILogger<SiteRehearsal> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks; what can't be answered is in the log and stops nothing.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal)) is not { } binding)
        {
            return;
        }

        using var client = new HttpClient { BaseAddress = BoundAddress.Reached(binding), Timeout = Patience };
        try
        {
            string[] lists = ["/", "/news", "/api/v1/announcements"];
            string[] addresses = (await sites.CurrentAsync()).Announcements is [{ Slug: var newest }, ..] ? [.. lists, $"/news/{newest}", $"/news/{newest}.pdf", $"/api/v1/announcements/{newest}"] : lists;
            foreach (var address in addresses)
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), cancel);
                answer.EnsureSuccessStatusCode();
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or StoreUnavailableException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            LogFault(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The site could not be asked after its start.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
