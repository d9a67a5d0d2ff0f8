using System.Collections.Concurrent;
using IrenPortal.Data.Public;
using NodaTime;

namespace IrenPortal.Site.Published;

/// <summary>
/// The addresses that this process answered with 404, as far as they could be a document's. Kept for a day, the newest
/// twenty thousand, in memory: the newsroom asks it whether somebody knew an address before it existed. The public side
/// itself knows no such address, and every 404 costs the same.
/// </summary>
public sealed class UnknownAddresses(TimeProvider time)
{
    private const int Most = 20_000;
    private const int LongestSlug = 200;
    private static readonly Duration Kept = Duration.FromHours(24);

    private static readonly (string Prefix, EditionKind Kind)[] Places =
    [
        ("/news/", EditionKind.Announcement), ("/api/v1/announcements/", EditionKind.Announcement),
        ("/contracts/", EditionKind.Contract), ("/api/v1/contracts/", EditionKind.Contract), ("/events/", EditionKind.Event), ("/", EditionKind.Page),
    ];

    private readonly ConcurrentQueue<(Instant At, EditionKind Kind, string Slug)> _asked = new();

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Notes an address that was answered with 404.</summary>
    public void Saw(string path)
    {
        foreach (var (prefix, kind) in Places)
        {
            if (!path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // The page, its twins (.md, .json) and what lies under it (/reaction) all name the document.
            var slug = path[prefix.Length..].Split('/', 2)[0].Split('.', 2)[0];
            if (slug.Length is > 0 and <= LongestSlug)
            {
                _asked.Enqueue((Now, kind, slug.ToLowerInvariant()));
                while (_asked.Count > Most && _asked.TryDequeue(out _))
                {
                }
            }

            return;
        }
    }

    /// <summary>How often addresses of these documents were asked for in the last day.</summary>
    public int CountOf(IReadOnlySet<(EditionKind Kind, string Slug)> documents)
    {
        var from = Now - Kept;
        return _asked.Count(a => a.At >= from && documents.Contains((a.Kind, a.Slug)));
    }
}
