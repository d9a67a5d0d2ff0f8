namespace IrenPortal.Content.Folder;

/// <summary>What has been read of a folder so far. Mutable.</summary>
internal sealed class FolderContents
{
    public List<Found<AnnouncementDocument>> Announcements { get; } = [];

    public List<Found<ContractDocument>> Contracts { get; } = [];

    public List<Found<PageDocument>> Pages { get; } = [];

    public List<Found<EventDocument>> Events { get; } = [];

    public List<Found<AnnouncementDocument>> EarlierAnnouncements { get; } = [];

    public List<Found<ContractDocument>> EarlierContracts { get; } = [];

    public List<Found<PageDocument>> EarlierPages { get; } = [];

    public List<Found<PriceFile>> Prices { get; } = [];

    public List<Found<ActionFile>> Actions { get; } = [];

    public List<Found<FilingFile>> Filings { get; } = [];

    public List<Found<MediaFile>> Media { get; } = [];

    /// <summary>Files that are faulty by themselves.</summary>
    public List<FoundFile> Faulty { get; } = [];

    /// <summary>Every use of a media file: by whom, which, on which line.</summary>
    public IEnumerable<(string Path, string Name, int Line)> MediaUses =>
        [.. Uses(Announcements), .. Uses(Contracts), .. Uses(Pages), .. Uses(Events), .. Uses(EarlierAnnouncements), .. Uses(EarlierContracts), .. Uses(EarlierPages)];

    /// <summary>The set, with the company where its file was read.</summary>
    public ContentSet ToSet(CompanyProfile? company, string? companyPath)
    {
        var paths = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        if (company is not null && companyPath is not null)
        {
            paths.Add(company, companyPath);
        }

        return new ContentSet
        {
            Company = company,
            Announcements = Documents(Announcements),
            Contracts = Documents(Contracts),
            Pages = Documents(Pages),
            Events = Documents(Events),
            EarlierAnnouncements = Editions(EarlierAnnouncements),
            EarlierContracts = Editions(EarlierContracts),
            EarlierPages = Editions(EarlierPages),
            Prices = Documents(Prices),
            Actions = Documents(Actions),
            Filings = Documents(Filings),
            Media = Documents(Media),
            Paths = paths,
        };

        IReadOnlyList<T> Documents<T>(List<Found<T>> found) where T : class
        {
            foreach (var one in found)
            {
                paths.Add(one.Document, one.File.Path);
            }

            return [.. found.Select(f => f.Document)];
        }

        IReadOnlyList<EarlierEdition<T>> Editions<T>(List<Found<T>> found) where T : class
        {
            _ = Documents(found);
            return [.. found
                .OrderBy(f => f.File.Folder, StringComparer.Ordinal).ThenBy(f => f.Version)
                .Select(f => new EarlierEdition<T>(f.File.Folder, f.Version, f.Document))];
        }
    }

    private static IEnumerable<(string Path, string Name, int Line)> Uses<T>(IEnumerable<Found<T>> documents) where T : class =>
        documents.SelectMany(d => d.Uses.Select(u => (d.File.Path, u.Name, u.Line)));
}
