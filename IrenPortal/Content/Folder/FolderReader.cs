using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;

namespace IrenPortal.Content.Folder;

/// <summary>Gathers the documents and faults of a folder or a file. Mutable, for one run.</summary>
internal sealed class FolderReader(ContentFolderOptions options)
{
    private const string CompanyName = "company.yml";

    private readonly List<ContentIssue> _issues = [];
    private readonly Dictionary<object, string> _paths = new(ReferenceEqualityComparer.Instance);
    private readonly List<Found<AnnouncementDocument>> _announcements = [];
    private readonly List<Found<ContractDocument>> _contracts = [];
    private readonly List<Found<PageDocument>> _pages = [];
    private readonly List<Found<EventDocument>> _events = [];
    private readonly List<PriceFile> _prices = [];
    private readonly List<ActionFile> _actions = [];
    private readonly List<MediaFile> _media = [];
    private readonly List<FoundFile> _faulty = [];
    private CompanyProfile? _company;

    /// <summary>Reads a whole folder.</summary>
    public void Folder(string root)
    {
        var companyPath = $"{root.TrimEnd('/')}/{CompanyName}";
        if (File.Exists(companyPath))
        {
            Company(companyPath);
        }
        else if (options.Company is null)
        {
            _issues.Add(new ContentIssue(companyPath, 1, null, "the file is missing: write the company's name, legalName, ticker, exchange, zone, benchmark and categories into it"));
        }

        // Bars come before the actions that act on them.
        foreach (var file in Files(root).OrderBy(f => f.Kind == ContentKind.Actions).ThenBy(f => f.Path, StringComparer.Ordinal))
        {
            One(file);
        }
    }

    /// <summary>Reads one file; the media that it names come along when they lie beside its folder.</summary>
    public void SingleFile(string path)
    {
        var directory = Path.GetDirectoryName(path) ?? "";
        var name = Path.GetFileName(path);
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))!;
        var kind = name == CompanyName ? ContentKind.Company : ContentKinds.Of(folder, name);
        var inFolder = kind is not (ContentKind.Company or ContentKind.Unknown);
        if (inFolder && options.Company is null && Path.Combine(directory, "..", CompanyName) is var beside && File.Exists(beside))
        {
            Company(beside, keep: false);
        }

        if (kind == ContentKind.Company)
        {
            Company(path);
            return;
        }

        if (kind == ContentKind.Unknown && Path.GetExtension(name) == ".md")
        {
            kind = KindOfFields(path);
        }

        One(new FoundFile(path, name, kind));
        var uses = _announcements.SelectMany(a => a.Uses).Concat(_contracts.SelectMany(c => c.Uses)).Concat(_pages.SelectMany(p => p.Uses)).Concat(_events.SelectMany(e => e.Uses));
        foreach (var media in uses.Select(u => u.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(directory, inFolder ? ".." : ".", "media", media);
            if (File.Exists(file))
            {
                One(new FoundFile(file, media, ContentKind.Media));
            }
        }
    }

    /// <summary>The result, after the checks across files.</summary>
    public (ContentSet? Set, IReadOnlyList<ContentIssue> Issues) Finish()
    {
        _issues.AddRange(new CrossChecks(options, _paths, _announcements, _contracts, _pages, _events, _media, _faulty).Run());
        IReadOnlyList<ContentIssue> sorted = [.. _issues.Distinct().OrderBy(i => i.Path, StringComparer.Ordinal).ThenBy(i => i.Line)];
        return sorted.Count > 0
            ? (null, sorted)
            : (new ContentSet
            {
                Company = _company is not null && _paths.ContainsKey(_company) ? _company : null,
                Announcements = [.. _announcements.Select(f => f.Document)],
                Contracts = [.. _contracts.Select(f => f.Document)],
                Pages = [.. _pages.Select(f => f.Document)],
                Events = [.. _events.Select(f => f.Document)],
                Prices = _prices,
                Actions = _actions,
                Media = _media,
                Paths = _paths,
            }, sorted);
    }

    private CompanyProfile? KnownCompany => _company ?? options.Company;

    private ContentContext Context => KnownCompany is { } company
        ? ContentContext.Of(company, options.Now)
        : new ContentContext(options.Now, ExchangeCalendar.UsEquities.Zone, null);

    private static IEnumerable<FoundFile> Files(string root)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(root))
        {
            var name = Path.GetFileName(entry);
            var path = $"{root.TrimEnd('/')}/{name}";
            if (ContentKinds.PassedOver(name) || name == CompanyName)
            {
                continue;
            }

            if (!Directory.Exists(entry))
            {
                yield return new FoundFile(path, name, ContentKinds.Of("", name));
                continue;
            }

            foreach (var inner in Directory.EnumerateFileSystemEntries(entry))
            {
                var innerName = Path.GetFileName(inner);
                if (!ContentKinds.PassedOver(innerName))
                {
                    yield return new FoundFile($"{path}/{innerName}", innerName, Directory.Exists(inner) ? ContentKind.Unknown : ContentKinds.Of(name, innerName));
                }
            }
        }
    }

    private void Company(string path, bool keep = true)
    {
        if (Text(path, ContentLimits.MarkdownBytes) is { } text)
        {
            var read = CompanyFile.Read(path, text);
            _issues.AddRange(read.Issues);
            _company = read.Document;
            if (_company is not null && keep)
            {
                _paths.Add(_company, path);
            }
        }
    }

    private void One(FoundFile file)
    {
        var before = _issues.Count;
        Read(file);
        if (_issues.Count > before)
        {
            _faulty.Add(file);
        }
    }

    private void Read(FoundFile file)
    {
        switch (file.Kind)
        {
            case ContentKind.Announcement: Markdown(file, _announcements, (path, text) => AnnouncementFile.Read(path, text, Context)); break;
            case ContentKind.Contract: Markdown(file, _contracts, ContractFile.Read); break;
            case ContentKind.Page: Markdown(file, _pages, PageFile.Read); break;
            case ContentKind.Event: Markdown(file, _events, EventFile.Read); break;
            case ContentKind.Prices: Bars(file); break;
            case ContentKind.Actions: Actions(file); break;
            case ContentKind.Media: Keep(_media, MediaCheck.Read(file.Path, Bytes(file.Path, ContentLimits.MediaBytes)), file.Path); break;
            default:
                _issues.Add(new ContentIssue(file.Path, 1, null, "nothing of this name belongs into a content folder: put it into announcements/, contracts/, pages/ or events/ (.md), prices/ (.csv) or media/, or take it out"));
                break;
        }
    }

    private void Markdown<T>(FoundFile file, List<Found<T>> into, Func<string, string, ContentRead<T>> read) where T : class
    {
        if (Text(file.Path, ContentLimits.MarkdownBytes) is { } text)
        {
            var result = read(file.Path, text);
            _issues.AddRange(result.Issues);
            if (result.Document is { } document)
            {
                into.Add(new Found<T>(file.Path, document, result));
                _paths.Add(document, file.Path);
            }
        }
    }

    private void Bars(FoundFile file)
    {
        var symbol = ContentKinds.SymbolOf(file.Name);
        if (Symbol(file, symbol) && Text(file.Path, ContentLimits.PriceBytes) is { } text)
        {
            Keep(_prices, PriceCsv.Read(file.Path, text, symbol, CalendarOf(symbol)), file.Path);
        }
    }

    private void Actions(FoundFile file)
    {
        var symbol = ContentKinds.SymbolOf(file.Name);
        if (Symbol(file, symbol) && Text(file.Path, ContentLimits.PriceBytes) is { } text)
        {
            var bars = _prices.Find(p => p.Symbol == symbol)?.Bars ?? (IReadOnlyList<Bar>)[];
            Keep(_actions, ActionCsv.Read(file.Path, text, symbol, bars), file.Path);
        }
    }

    private void Keep<T>(List<T> into, ContentRead<T> read, string path) where T : class
    {
        _issues.AddRange(read.Issues);
        if (read.Document is { } document)
        {
            into.Add(document);
            _paths.Add(document, path);
        }
    }

    private bool Symbol(FoundFile file, string symbol)
    {
        if (KnownCompany is not { } company || company.Knows(symbol))
        {
            return true;
        }

        _issues.Add(new ContentIssue(file.Path, 1, null, $"company.yml lists no symbol {symbol}: add it under `symbols`, or correct the file's name"));
        return false;
    }

    private ExchangeCalendar CalendarOf(string symbol) =>
        KnownCompany?.CalendarOf(symbol) ?? ExchangeCalendar.UsEquities;

    private string? Text(string path, int most)
    {
        var text = ContentText.Decode(path, Bytes(path, most), most, out var issue);
        if (issue is not null)
        {
            _issues.Add(issue);
        }

        return text;
    }

    // One byte above the cap is enough to tell that a file is too large.
    private static byte[] Bytes(string path, int most)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var bytes = new byte[Math.Min(file.Length, most + 1L)];
        file.ReadExactly(bytes);
        return bytes;
    }

    private ContentKind KindOfFields(string path) => Text(path, ContentLimits.MarkdownBytes) is { } text
        ? new[] { ("headline", ContentKind.Announcement), ("counterparty", ContentKind.Contract), ("startsAt", ContentKind.Event), ("title", ContentKind.Page) }
            .FirstOrDefault(f => text.Split('\n').Any(line => line.StartsWith($"{f.Item1}:", StringComparison.Ordinal))).Item2
        : ContentKind.Unknown;
}

/// <summary>A file that was found.</summary>
internal sealed record FoundFile(string Path, string Name, ContentKind Kind);

/// <summary>A document with where it was found and how it was read.</summary>
internal sealed record Found<T>(string Path, T Document, ContentRead<T> Read) where T : class
{
    /// <summary>The media files that the body shows or links, with their lines.</summary>
    public IEnumerable<(string Name, int Line)> BodyUses =>
        Read.Rendered is { } body ? body.MediaNames.Zip(body.MediaLines, (name, line) => (name, Read.BodyLine + line - 1)) : [];

    /// <summary>The media files of the body and, of an announcement, those under <c>files</c>.</summary>
    public IEnumerable<(string Name, int Line)> Uses => Document is AnnouncementDocument announcement
        ? announcement.Files.Select((name, i) => (name, Read.LineOf(FormattableString.Invariant($"files[{i}]")))).Concat(BodyUses)
        : BodyUses;
}
