using System.Net;
using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Newsroom.Links;

/// <summary>
/// Addresses of other sites, looked at and never asked for: a request from here would tell the other side that news with a link
/// to it is being written.
/// </summary>
internal static class OuterLink
{
    private static readonly string[] Tracking = ["fbclid", "gclid", "mc_cid", "mc_eid", "msclkid"];

    /// <summary>What is wrong with an address and what to write instead; null where nothing is.</summary>
    public static string? FaultOf(string address)
    {
        if (!Rules.IsWebAddress(address))
        {
            return $"{address} is no full web address: write one that begins with https://.";
        }

        var uri = new Uri(address);
        return !uri.Host.Contains('.', StringComparison.Ordinal) || IPAddress.TryParse(uri.Host, out _) ? $"{uri.Host} is a machine and no site that readers know: write the site’s name."
            : Untracked(uri) is { } clean ? $"the address tells the other site who sent its reader: write {Secure(clean)}."
            : uri.Scheme == Uri.UriSchemeHttp ? $"the address is not encrypted: write {Secure(address)}."
            : null;
    }

    // The address without its tracking parameters; null where it has none.
    private static string? Untracked(Uri uri)
    {
        var all = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var kept = all.Where(p => !IsTracking(p.Split('=')[0])).ToList();
        return kept.Count == all.Length ? null : uri.GetLeftPart(UriPartial.Path) + (kept.Count > 0 ? "?" + string.Join('&', kept) : "") + uri.Fragment;
    }

    private static bool IsTracking(string name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string Secure(string address) => address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? string.Concat("https", address.AsSpan(4)) : address;
}
