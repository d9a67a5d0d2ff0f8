using IrenPortal.Site.Api;

namespace IrenPortal.Site.Verify;

/// <summary>
/// Bounds how fast one address may ask the record: an upload costs a network's bandwidth, and nobody checks so many things by
/// hand. The page without a question passes.
/// </summary>
public sealed class VerifyThrottle() : ReaderThrottle(Burst, TimeSpan.FromSeconds(1), Refill, "checks")
{
    private const int Burst = 60;
    private const int Refill = 5;

    /// <inheritdoc />
    protected override bool Counts(HttpRequest request) => HttpMethods.IsPost(request.Method) || request.Query.ContainsKey("sha256");
}
