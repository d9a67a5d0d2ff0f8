using System.Globalization;
using IrenPortal.Hosting.Outbound;

namespace IrenPortal.Site.Feeds.Hubs;

/// <summary>Tells a hub that a feed changed: a form with <c>hub.mode=publish</c> and <c>hub.url</c>. Only hubs of the settings, no redirects, time capped; the answer's body is not read.</summary>
public sealed class HubClient(HubSettings settings, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);
    private readonly HttpClient _client = new(OutboundHandler.Create(settings.Reach, MostTime)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Null where the hub took it, else why not, to go on after the hub's name.</summary>
    public async Task<string?> TellAsync(Uri hub, string topic, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(MostTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, hub)
        {
            Content = new FormUrlEncodedContent([new("hub.mode", "publish"), new("hub.url", topic)]),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", "IrenPortal");
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"answered {(int)response.StatusCode}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"did not answer within {MostTime.TotalSeconds} seconds");
        }
        catch (HttpRequestException fault)
        {
            return OutboundFaults.Words(fault);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
