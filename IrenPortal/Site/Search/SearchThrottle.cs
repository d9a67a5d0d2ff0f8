using IrenPortal.Site.Api;
using Microsoft.Extensions.Options;

namespace IrenPortal.Site.Search;

/// <summary>
/// Bounds how fast one address may search by words, which is the only read whose cost grows with the archive; lists without
/// words pass.
/// </summary>
public sealed class SearchThrottle(IOptions<SearchLimits> limits)
    : ReaderThrottle(limits.Value.Burst, limits.Value.Period, limits.Value.Refill, "searches")
{
    /// <inheritdoc />
    protected override bool Counts(HttpRequest request) => !string.IsNullOrEmpty(request.Query["q"]);
}

/// <summary>How many searches one address may make; not settings of an operator, but tests shorten them.</summary>
public sealed class SearchLimits
{
    /// <summary>Searches that may come at once.</summary>
    public int Burst { get; set; } = 120;

    /// <summary>How often more are allowed.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many then.</summary>
    public int Refill { get; set; } = 30;
}
