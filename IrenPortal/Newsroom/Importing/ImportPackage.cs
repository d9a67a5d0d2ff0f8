using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Filings;
using IrenPortal.Newsroom.Prices;
using IrenPortal.Newsroom.Releasing;

namespace IrenPortal.Newsroom.Importing;

/// <summary>What an import sends to the gate, gathered document by document inside its newsroom transaction.</summary>
internal sealed class ImportPackage(NewsroomDbContext newsroom, ContentSet set, ContentContext context, IReadOnlyList<PriceChangePlan> prices, FilingChanges? filings)
{
    private readonly EarlierTexts _earlier = new(set, context);
    private readonly List<EditionItem> _items = [];
    private readonly List<PackagedDocument> _documents = [];

    public bool IsEmpty => _items.Count == 0 && prices.Count == 0 && filings is null;

    /// <summary>The package as it is sealed.</summary>
    public ReleasePackage Under(string key)
    {
        var commands = prices.Select(p => p.Command(key)).ToList();
        return new(new ReleaseCommand(key, _items, [.. commands.SelectMany(c => c.Prices)], [.. commands.SelectMany(c => c.Actions)]) { Filings = filings is null ? [] : [filings.Command] }, _documents);
    }

    /// <summary>Adds what has no document in the newsroom.</summary>
    public void Add(EditionItem item) => _items.Add(item);

    /// <summary>Whether the set brings texts that a document had before.</summary>
    public bool HasEarlier(Incoming newest) => _earlier.Of(newest.Kind, newest.Slug).Any();

    /// <summary>Adds the texts that a document had before its corrections.</summary>
    /// <returns>The version of the last of them.</returns>
    public int AddEarlier(Incoming newest)
    {
        var version = 0;
        foreach (var earlier in _earlier.Of(newest.Kind, newest.Slug))
        {
            var rendered = MarkdownRenderer.Render(earlier.Body);
            _items.Add(earlier.Compose(RenderedText.Of(rendered), Frame(version, Files(earlier, rendered))));
            version++;
        }

        return version;
    }

    /// <summary>Adds a document's newest text, on top of a version, and marks the document.</summary>
    public void HandOver(Incoming incoming, NewsroomDocument document, RenderedMarkdown rendered, int version)
    {
        document.BeginRelease(alone: false, context.Now);
        newsroom.Record(context.Now, StaffGuard.System, "release.begun", document.Id, $"revision {document.Revision}");
        _items.Add(incoming.Compose(RenderedText.Of(rendered), Frame(version, Files(incoming, rendered))));
        _documents.Add(new PackagedDocument(document.Id, incoming.Kind, incoming.Slug, document.Revision));
    }

    /// <summary>The files of the set that a text attaches or shows.</summary>
    public IReadOnlyList<MediaFile> Files(Incoming incoming, RenderedMarkdown rendered) =>
        [.. incoming.Files.Union(rendered.MediaNames, StringComparer.Ordinal).SelectMany(name => set.Media.Where(m => m.Name == name))];

    /// <summary>What an edition on top of a version stands in.</summary>
    public EditionFrame Frame(int version, IReadOnlyList<MediaFile> files) => new(version, context.Zone, files);
}
