using IrenPortal.Market.Calendar;

namespace IrenPortal.Content.Folder;

/// <summary>Gathers the documents and faults of a folder or a file. Mutable, for one run.</summary>
internal sealed class FolderReader(ContentFolderOptions options)
{
    private readonly List<ContentIssue> _issues = [];
    private readonly FolderContents _contents = new();
    private CompanyProfile? _company;
    private string? _companyPath;

    private CompanyProfile? KnownCompany => _company ?? options.Company;

    private ContentContext Context => KnownCompany is { } company
        ? ContentContext.Of(company, options.Now)
        : new ContentContext(options.Now, ExchangeCalendar.UsEquities.Zone, null);

    /// <summary>Reads a whole folder.</summary>
    public void Folder(string root)
    {
        var companyPath = $"{root.TrimEnd('/')}/{FolderListing.CompanyName}";
        if (File.Exists(companyPath))
        {
            Company(companyPath, keep: true);
        }
        else if (options.Company is null)
        {
            _issues.Add(new ContentIssue(companyPath, 1, null, "the file is missing: write the company's name, legalName, ticker, exchange, zone, benchmark and categories into it"));
        }

        // Bars come before the actions that act on them.
        foreach (var file in FolderListing.Of(root).OrderBy(f => f.Kind == ContentKind.Actions).ThenBy(f => f.Path, StringComparer.Ordinal))
        {
            One(file);
        }
    }

    /// <summary>Reads one file; the media that it names come along when they lie beside its folder.</summary>
    public void SingleFile(string path)
    {
        var name = Path.GetFileName(path);
        if (name == FolderListing.CompanyName)
        {
            Company(path, keep: true);
            return;
        }

        var directory = Path.GetDirectoryName(path) ?? "";
        var kind = ContentKinds.Of(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))!, name);
        var root = kind == ContentKind.Unknown ? directory : Path.Combine(directory, "..");
        if (options.Company is null && Path.Combine(root, FolderListing.CompanyName) is var beside && File.Exists(beside))
        {
            Company(beside, keep: false);
        }

        One(new FoundFile(path, name, kind == ContentKind.Unknown && Path.GetExtension(name) == ".md" ? KindOfFields(path) : kind));
        foreach (var media in _contents.MediaUses.Select(u => u.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList())
        {
            var file = Path.Combine(root, "media", media);
            if (File.Exists(file))
            {
                One(new FoundFile(file, media, ContentKind.Media));
            }
        }
    }

    /// <summary>The result, after the checks across files.</summary>
    public (ContentSet? Set, IReadOnlyList<ContentIssue> Issues) Finish()
    {
        _issues.AddRange(new CrossChecks(options, _contents).Run());
        IReadOnlyList<ContentIssue> sorted = [.. _issues.Distinct().OrderBy(i => i.Path, StringComparer.Ordinal).ThenBy(i => i.Line)];
        return sorted.Count > 0 ? (null, sorted) : (_contents.ToSet(_companyPath is null ? null : _company, _companyPath), sorted);
    }

    private void Company(string path, bool keep)
    {
        if (Text(path, ContentLimits.MarkdownBytes) is { } text)
        {
            var read = CompanyFile.Read(path, text);
            _issues.AddRange(read.Issues);
            _company = read.Document;
            _companyPath = keep ? path : null;
        }
    }

    private void One(FoundFile file)
    {
        var before = _issues.Count;
        Read(file);
        if (_issues.Count > before)
        {
            _contents.Faulty.Add(file);
        }
    }

    private void Read(FoundFile file)
    {
        switch (file.Kind)
        {
            case ContentKind.Announcement: Markdown(file, _contents.Announcements, (path, text) => AnnouncementFile.Read(path, text, Context)); break;
            case ContentKind.Contract: Markdown(file, _contents.Contracts, ContractFile.Read); break;
            case ContentKind.Page: Markdown(file, _contents.Pages, PageFile.Read); break;
            case ContentKind.Event: Markdown(file, _contents.Events, EventFile.Read); break;
            case ContentKind.EarlierAnnouncement: Markdown(file, _contents.EarlierAnnouncements, (path, text) => AnnouncementFile.Read(path, text, Context)); break;
            case ContentKind.EarlierContract: Markdown(file, _contents.EarlierContracts, (path, text) => ContractFile.Read(path, text, file.Folder)); break;
            case ContentKind.EarlierPage: Markdown(file, _contents.EarlierPages, (path, text) => PageFile.Read(path, text, file.Folder)); break;
            case ContentKind.Prices: Prices(file); break;
            case ContentKind.Actions: Actions(file); break;
            case ContentKind.Filings: Filings(file); break;
            case ContentKind.Media: Keep(file, _contents.Media, MediaCheck.Read(file.Path, Bytes(file.Path, ContentLimits.MediaBytes))); break;
            default:
                _issues.Add(new ContentIssue(file.Path, 1, null, "nothing of this name belongs here: put it into announcements/, contracts/, pages/ or events/ (.md), prices/ (.csv), filings/ (.json), media/ or editions/SLUG/ (1.md, 2.md, …), or take it out"));
                break;
        }
    }

    private void Markdown<T>(FoundFile file, List<Found<T>> into, Func<string, string, ContentRead<T>> read) where T : class
    {
        if (Text(file.Path, ContentLimits.MarkdownBytes) is { } text)
        {
            Keep(file, into, read(file.Path, text));
        }
    }

    private void Prices(FoundFile file)
    {
        var symbol = ContentKinds.SymbolOf(file.Name);
        if (IsKnown(file, symbol) && Text(file.Path, ContentLimits.PriceBytes) is { } text)
        {
            Keep(file, _contents.Prices, PriceCsv.Read(file.Path, text, symbol, KnownCompany?.CalendarOf(symbol) ?? ExchangeCalendar.UsEquities));
        }
    }

    private void Actions(FoundFile file)
    {
        var symbol = ContentKinds.SymbolOf(file.Name);
        if (IsKnown(file, symbol) && Text(file.Path, ContentLimits.PriceBytes) is { } text)
        {
            var bars = _contents.Prices.Find(p => p.Document.Symbol == symbol)?.Document.Bars;
            Keep(file, _contents.Actions, ActionCsv.Read(file.Path, text, symbol, bars));
        }
    }

    // Without a company there is nobody whose filings they could be, which is a fault of its own.
    private void Filings(FoundFile file)
    {
        if (KnownCompany is not { } company)
        {
            return;
        }

        if (company.Cik is not { } cik)
        {
            _issues.Add(new ContentIssue(file.Path, 1, null, "company.yml has no `cik`: add the company's number in the SEC's register there"));
        }
        else if (Text(file.Path, ContentLimits.FilingBytes) is { } text)
        {
            Keep(file, _contents.Filings, SubmissionsFile.Read(file.Path, text, cik));
        }
    }

    private bool IsKnown(FoundFile file, string symbol)
    {
        if (KnownCompany is not { } company || company.Knows(symbol))
        {
            return true;
        }

        _issues.Add(new ContentIssue(file.Path, 1, null, $"company.yml lists no symbol {symbol}: add it under `symbols`, or correct the file's name"));
        return false;
    }

    private void Keep<T>(FoundFile file, List<Found<T>> into, ContentRead<T> read) where T : class
    {
        _issues.AddRange(read.Issues);
        if (read.Document is { } document)
        {
            into.Add(new Found<T>(file, document, read));
        }
    }

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
