using NodaTime;

namespace IrenPortal.Content;

/// <summary>What a file is checked against besides itself.</summary>
/// <param name="Now">The trusted clock's time: what is published must have been released by then, what is scheduled must not.</param>
/// <param name="Zone">The company's zone, in which plain dates are meant.</param>
/// <param name="Categories">The company's categories; null leaves the category unchecked.</param>
public sealed record ContentContext(Instant Now, DateTimeZone Zone, IReadOnlyList<string>? Categories)
{
    /// <summary>The context that a company's own profile gives.</summary>
    public static ContentContext Of(CompanyProfile company, Instant now) =>
        new(now, DateTimeZoneProviders.Tzdb[company.Zone], company.Categories);
}
