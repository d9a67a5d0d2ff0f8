using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Content.Folder;

/// <summary>What the files of one folder say of each other. A file that is faulty by itself counts as there: it gets no second fault.</summary>
internal sealed class CrossChecks(ContentFolderOptions options, FolderContents contents)
{
    /// <summary>The faults, in no order.</summary>
    public IEnumerable<ContentIssue> Run()
    {
        var announcements = Slugs(contents.Announcements.Select(a => a.Document.Slug), options.Announcements);
        var contracts = Slugs(contents.Contracts.Select(c => c.Document.Slug), options.Contracts);
        return
        [
            .. RepeatedSlugs(),
            .. Links(contents.Announcements, ContentKind.Contract, a => a.Contract, "contract", contracts),
            .. Links(contents.Contracts, ContentKind.Announcement, c => c.Announcement, "announcement", announcements),
            .. MissingMedia(),
            .. NamesAlike(),
            .. RepeatedFilings(),
            .. Editions(contents.EarlierAnnouncements, announcements, "announcement"),
            .. Editions(contents.EarlierContracts, contracts, "contract"),
            .. Editions(contents.EarlierPages, Slugs(contents.Pages.Select(p => p.Document.Slug), []), "page"),
            .. contents.EarlierAnnouncements.Where(e => e.Document.Slug != e.File.Folder).Select(e => new ContentIssue(
                e.File.Path, e.Read.LineOf("slug"), "slug", $"`slug` is {e.Document.Slug} in the folder of {e.File.Folder}: write `slug: {e.File.Folder}`")),
        ];
    }

    private IEnumerable<ContentIssue> RepeatedSlugs()
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var found in contents.Announcements)
        {
            var slug = found.Document.Slug;
            if (!first.TryAdd(slug, found.File.Path))
            {
                yield return new ContentIssue(found.File.Path, found.Read.LineOf("slug"), "slug", $"`slug` {slug} is also that of {first[slug]}: write another one");
            }
        }
    }

    private IEnumerable<ContentIssue> Links<T>(List<Found<T>> from, ContentKind to, Func<T, string?> link, string field, HashSet<string> known) where T : class =>
        contents.Faulty.Any(f => f.Kind == to)
            ? []
            : from.Where(f => link(f.Document) is { } slug && !known.Contains(slug)).Select(f => new ContentIssue(
                f.File.Path, f.Read.LineOf(field), field, $"`{field}` names {link(f.Document)}, but there is no {field} of that slug: "
                + (Nearest.To(link(f.Document)!, known) is { } meant ? $"did you mean `{meant}`?" : $"add it under {field}s/ or leave the field out")));

    private IEnumerable<ContentIssue> MissingMedia()
    {
        var known = contents.Media.Select(m => m.Document.Name)
            .Concat(options.Media)
            .Concat(contents.Faulty.Where(f => f.Kind == ContentKind.Media).Select(f => f.Name))
            .ToHashSet(StringComparer.Ordinal);
        return contents.MediaUses.Where(u => !known.Contains(u.Name)).Select(u => new ContentIssue(
            u.Path, u.Line, null, $"there is no file media/{u.Name}: " + (Nearest.To(u.Name, known) is { } meant ? $"did you mean `{meant}`?" : "put it there or take the name out")));
    }

    private IEnumerable<ContentIssue> NamesAlike() => contents.Media
        .GroupBy(m => m.Document.Name, StringComparer.OrdinalIgnoreCase)
        .Where(g => g.Count() > 1)
        .Select(g => new ContentIssue(g.Last().File.Path, 1, null, $"the name differs from {g.First().File.Name} in case alone: rename one"));

    private IEnumerable<ContentIssue> RepeatedFilings()
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, number) in contents.Filings.SelectMany(f => f.Document.Filings.Select(filing => (f.File, filing.AccessionNumber))))
        {
            if (!first.TryAdd(number, file.Path))
            {
                yield return new ContentIssue(file.Path, 1, null, $"the filing {number} is also in {first[number]}: keep it in one of them");
            }
        }
    }

    private IEnumerable<ContentIssue> Editions<T>(List<Found<T>> earlier, HashSet<string> current, string kind) where T : class
    {
        if (contents.Faulty.Count > 0)
        {
            yield break;
        }

        foreach (var document in earlier.GroupBy(e => e.File.Folder, StringComparer.Ordinal))
        {
            var newest = document.MaxBy(e => e.Version)!;
            if (!current.Contains(document.Key))
            {
                yield return new ContentIssue(newest.File.Path, 1, null, $"the {kind} {document.Key} has earlier editions, but no newest one: add it under {kind}s/ or take them out");
            }

            if (newest.Version != document.Count())
            {
                yield return new ContentIssue(newest.File.Path, 1, null, $"the editions of {document.Key} have a gap below {newest.File.Name}: name them 1.md, 2.md and so on");
            }
        }
    }

    private static HashSet<string> Slugs(IEnumerable<string> read, IEnumerable<string> known) => read.Concat(known).ToHashSet(StringComparer.Ordinal);
}
