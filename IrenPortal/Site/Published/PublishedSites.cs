using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Site.Published;

/// <summary>Holds the newest <see cref="PublishedSite"/> and reads what a new store version changed.</summary>
public sealed class PublishedSites(IDbContextFactory<PublicDbContext> stores, StoreVersionBoard board, FirstReads reads) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
    private PublishedSite? _current;
    private long _replacements;

    /// <summary>The site at the newest version that this process knows of.</summary>
    /// <exception cref="StoreUnavailableException">The store has not been read yet.</exception>
    public ValueTask<PublishedSite> CurrentAsync() =>
        _current is { } current && IsCurrent(current) ? ValueTask.FromResult(current) : new(ReadAsync());

    /// <summary>True while nothing newer is known.</summary>
    public bool IsCurrent(PublishedSite site) =>
        ReferenceEquals(site, _current) && site.Version == board.Current && board.Replacements == Interlocked.Read(ref _replacements);

    /// <inheritdoc />
    public void Dispose() => _reading.Dispose();

    private async Task<PublishedSite> ReadAsync()
    {
        if (!board.IsKnown)
        {
            throw new StoreUnavailableException("The public store has not been read yet.");
        }

        await _reading.WaitAsync();
        try
        {
            var current = _current;
            if (current is null || !IsCurrent(current))
            {
                var replacements = board.Replacements;
                await using var store = await stores.CreateDbContextAsync();
                await using var snapshot = await store.BeginSnapshotAsync(CancellationToken.None);
                var before = current;
                current = await new PublishedSiteReader(store, before).ReadAsync();
                reads.Arrived(before, current);
                _current = current;
                Interlocked.Exchange(ref _replacements, replacements);
                board.Announce(current.Version);
            }

            return current;
        }
        finally
        {
            _reading.Release();
        }
    }
}

/// <summary>The public store can't be read now; readers get a 503.</summary>
public class StoreUnavailableException(string message) : Exception(message);

/// <summary>The store was asked for one version and is at another by now: what was begun is to be begun again.</summary>
public sealed class StoreMovedException() : StoreUnavailableException("The store moved on while it was asked.");
