using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom.Secrecy;

/// <summary>Every public address, and those that somebody tries who knows or guesses what is coming.</summary>
internal static partial class GuessedAddresses
{
    /// <summary>At least <paramref name="least"/> addresses, none twice, the same for the same input.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(TestPortal portal, MarkedItems items, int least)
    {
        var addresses = new List<string>(await PublishedAsync(portal));
        addresses.AddRange(items.Slugs.SelectMany(s => Slug(s.Slug)));
        addresses.AddRange(items.Ids.SelectMany(id => new[] { $"/files/{id}/a.csv", $"/files/{id}/{items.Marks[0]}.csv", $"/admin-preview/{id}", $"/news/{id}" }));
        addresses.AddRange(Patterns(portal).SelectMany(p => items.Slugs.Take(10).Select(s => Fill(p, s.Slug))));
        foreach (var mark in items.Marks)
        {
            addresses.AddRange([$"/search?q={mark}", $"/api/v1/search?q={mark}", $"/news?q={mark}", $"/api/v1/announcements?tag={mark}", $"/news?tag={mark}&page=2", $"/api/v1/announcements?q={mark}&pageSize=100", $"/news/{mark}", $"/api/v1/contracts/{mark}", $"/{mark}", $"/news?category={mark}", $"/feed/atom.xml?q={mark}", $"/feed/feed.json?category={mark}", $"/verify?sha256={Sha256(mark)}"]);
        }

        addresses = [.. addresses.Distinct(StringComparer.Ordinal)];
        for (var i = 1; addresses.Count < least; i++)
        {
            addresses.AddRange(items.Slugs.SelectMany(s => new[] { $"/news/{s.Slug}-{i}", $"/news/{s.Slug}?version={i + 2}", $"/api/v1/announcements/{s.Slug}-{i}", $"/files/{Guid.NewGuid():N}/{s.Slug}.csv" }));
        }

        // Spread, so that a shortened list has of each.
        return [.. addresses.OrderBy(a => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(a))), StringComparer.Ordinal)];
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Slug(string slug) =>
    [
        $"/news/{slug}", $"/news/{slug}.md", $"/news/{slug}.json", $"/news/{slug}.pdf", $"/news/{slug}?version=1", $"/news/{slug}?version=2",
        $"/news/{slug}.md?version=1", $"/news/{slug.ToUpperInvariant()}", $"/news/{slug}/", $"/contracts/{slug}", $"/{slug}",
        $"/api/v1/announcements/{slug}", $"/api/v1/announcements/{slug}/reaction", $"/api/v1/contracts/{slug}", $"/news/{slug}/reaction.csv",
    ];

    private static async Task<IReadOnlyList<string>> PublishedAsync(TestPortal portal)
    {
        await using var store = portal.OpenPublicStore();
        var editions = await store.CurrentEditions.Select(c => new { c.Kind, c.Slug }).ToListAsync();
        var files = await store.Files.Select(f => new { f.Id, f.Name }).ToListAsync();
        string[] fixedOnes =
        [
            "/", "/news", "/contracts", "/stock", "/stock/reactions", "/stock/history", "/stock/calculator", "/events", "/key-figures", "/key-figures.csv", "/contracts.csv", "/fact-sheet", "/filings", "/filings.csv", "/api/v1/filings", "/robots.txt", "/openapi/v1.json",
            "/api/v1/announcements", "/api/v1/announcements?pageSize=100", "/api/v1/contracts", "/api/v1/events", "/api/v1/ledger", "/api/v1/ledger?after=10", "/api/v1/reactions",
            "/api/v1/prices/IREN", "/api/v1/prices/IREN.csv", "/.well-known/iren-portal-ledger.pem", "/feed/rss.xml", "/feed/atom.xml", "/feed/feed.json", "/feed/rss.xml?category=Results", "/sitemap.xml", "/sitemap-news.xml", "/llms.txt", "/events.ics", "/verify", "/verify/ledger", "/verify/ledger/1", "/verify/ledger?page=2", "/.well-known/iren-portal-ledger.json", "/about/timeliness", "/about/timeliness.csv",
            "/news?year=2026", "/news?year=2025&page=2", "/news?q=microsoft", "/no-such-address", "/news?q=2026",
        ];
        return
        [
            .. fixedOnes,
            .. editions.Where(e => e.Kind is EditionKind.Announcement).SelectMany(e => Slug(e.Slug)),
            .. editions.Where(e => e.Kind is EditionKind.Contract).SelectMany(e => new[] { $"/contracts/{e.Slug}", $"/api/v1/contracts/{e.Slug}" }),
            .. editions.Where(e => e.Kind is EditionKind.Page).Select(e => $"/{e.Slug}"),
            .. files.Select(f => $"/files/{f.Id}/{f.Name}"),
        ];
    }

    // A new public route is asked too, without anybody adding it here.
    private static IEnumerable<RoutePattern> Patterns(TestPortal portal) =>
        portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<RouteAudience>() == RouteAudience.Public && e.RoutePattern.Parameters.Count > 0)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true)
            .Select(e => e.RoutePattern);

    private static string Fill(RoutePattern pattern, string value) => Slashes().Replace(
        "/" + string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is RoutePatternLiteralPart literal ? literal.Content : value)))), "/");

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();
}
