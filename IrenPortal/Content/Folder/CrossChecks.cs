using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Content.Folder;

/// <summary>What the files of one folder say of each other. A file that is faulty by itself counts as there: it gets no second fault.</summary>
internal sealed class CrossChecks(
    ContentFolderOptions options,
    IReadOnlyDictionary<object, string> paths,
    IReadOnlyList<Found<AnnouncementDocument>> announcements,
    IReadOnlyList<Found<ContractDocument>> contracts,
    IReadOnlyList<Found<PageDocument>> pages,
    IReadOnlyList<Found<EventDocument>> events,
    IReadOnlyList<MediaFile> media,
    IReadOnlyList<FoundFile> faulty)
{
    /// <summary>The faults, in no order.</summary>
    public IEnumerable<ContentIssue> Run() =>
        [.. RepeatedSlugs(), .. Links(), .. MissingMedia(announcements), .. MissingMedia(contracts), .. MissingMedia(pages), .. MissingMedia(events), .. NamesAlike()];

    private IEnumerable<ContentIssue> RepeatedSlugs()
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var found in announcements)
        {
            if (!first.TryAdd(found.Document.Slug, found.Path))
            {
                yield return new ContentIssue(found.Path, found.Read.LineOf("slug"), "slug", $"`slug` {found.Document.Slug} is also that of {first[found.Document.Slug]}: write another one");
            }
        }
    }

    private IEnumerable<ContentIssue> Links()
    {
        var knownContracts = contracts.Select(c => c.Document.Slug).Concat(options.Contracts).ToHashSet(StringComparer.Ordinal);
        var knownAnnouncements = announcements.Select(a => a.Document.Slug).Concat(options.Announcements).ToHashSet(StringComparer.Ordinal);
        return announcements.Where(a => Whole(ContentKind.Contract) && a.Document.Contract is { } slug && !knownContracts.Contains(slug))
            .Select(a => Missing(a.Path, a.Read.LineOf("contract"), "contract", a.Document.Contract!, knownContracts))
            .Concat(contracts.Where(c => Whole(ContentKind.Announcement) && c.Document.Announcement is { } slug && !knownAnnouncements.Contains(slug))
                .Select(c => Missing(c.Path, c.Read.LineOf("announcement"), "announcement", c.Document.Announcement!, knownAnnouncements)));
    }

    private bool Whole(ContentKind kind) => !faulty.Any(f => f.Kind == kind);

    private static ContentIssue Missing(string path, int line, string field, string slug, IEnumerable<string> known) =>
        new(path, line, field, $"`{field}` names {slug}, but there is no {field} of that slug: "
            + (Nearest.To(slug, known) is { } meant ? $"did you mean `{meant}`?" : $"add {field}s/{slug}.md or leave the field out"));

    private IEnumerable<ContentIssue> MissingMedia<T>(IEnumerable<Found<T>> documents) where T : class
    {
        var known = media.Select(m => m.Name).Concat(options.Media).Concat(faulty.Where(f => f.Kind == ContentKind.Media).Select(f => f.Name)).ToHashSet(StringComparer.Ordinal);
        return documents.SelectMany(d => d.Uses.Where(u => !known.Contains(u.Name)).Select(u => new ContentIssue(
            d.Path, u.Line, null, $"there is no file media/{u.Name}: " + (Nearest.To(u.Name, known) is { } meant ? $"did you mean `{meant}`?" : "put it there or take the name out"))));
    }

    private IEnumerable<ContentIssue> NamesAlike() => media
        .GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase)
        .Where(g => g.Count() > 1)
        .Select(g => new ContentIssue(paths[g.Last()], 1, null, $"the name differs from {g.First().Name} in case alone: rename one"));
}
