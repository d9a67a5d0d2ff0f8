using IrenPortal.Site.Api;

namespace IrenPortal.Alerts.Subscribing;

/// <summary>Bounds how fast one address may send forms: nobody subscribes so often by hand.</summary>
public sealed class AlertsThrottle() : ReaderThrottle(Burst, TimeSpan.FromSeconds(10), Refill, "forms")
{
    private const int Burst = 20;
    private const int Refill = 1;

    /// <inheritdoc />
    protected override bool Counts(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path != AlertAddresses.Unsubscribe;
}
