using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IrenPortal.Tests.Journeys;

/// <summary>Where a page leads.</summary>
internal static class Arrivals
{
    /// <summary>
    /// Waits until the page is at an address. The driver's WaitForURLAsync waits for the load event besides, and misses it where the
    /// page was quicker than the call.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="address">The end of the address; <c>*</c> stands for one part of a path.</param>
    /// <param name="seconds">How long it may take; null for as long as anything may.</param>
    public static Task ComesToAsync(this IPage page, string address, int? seconds = null) => Expect(page).ToHaveURLAsync(
        new Regex(Regex.Escape(address).Replace("\\*", "[^/?]+", StringComparison.Ordinal) + "$"),
        new() { Timeout = seconds * 1000 });
}
