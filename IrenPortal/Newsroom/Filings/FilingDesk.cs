using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Importing;
using IrenPortal.Newsroom.Releasing;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Filings;

/// <summary>
/// Filings on their way to readers: they are public already, so they go straight through the gate, by a package that a crash can
/// part but not spoil.
/// </summary>
public sealed class FilingDesk(
    IDbContextFactory<NewsroomDbContext> newsrooms, IDbContextFactory<PublicDbContext> stores, CompanyOnFile company, ReleaseDesk releases, DraftVault vault, TimeProvider time)
{
    /// <summary>The company's number in the SEC's register; null where no profile was published, or it names none.</summary>
    public async Task<string?> CikAsync(CancellationToken cancel) => (await company.FindAsync(cancel))?.Cik;

    /// <summary>Checks a file and publishes what is new in it, replacing what differs. All or nothing.</summary>
    public async Task<ImportReport> ImportAsync(string path, string text, CancellationToken cancel)
    {
        if (await CikAsync(cancel) is not { } cik)
        {
            return new ImportReport([], [$"{path}:1: the portal has no company.yml with a `cik`: import one first"]);
        }

        var read = SubmissionsFile.Read(path, text, cik);
        return read.Document is { } file
            ? await TakeAsync(path, cik, file.Filings, cancel)
            : new ImportReport([], [.. read.Issues.Select(i => i.ToString())]);
    }

    /// <summary>Publishes what is new among filings. The same again changes nothing.</summary>
    /// <param name="from">Where they came from, as a refusal names it.</param>
    /// <param name="cik">Whose they are.</param>
    /// <param name="filings">The filings.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImportReport> TakeAsync(string from, string cik, IReadOnlyList<Filing> filings, CancellationToken cancel)
    {
        var changes = await ChangesAsync(cik, filings, cancel);
        if (changes.IsEmpty)
        {
            return new ImportReport([], []);
        }

        var key = $"filings-{Guid.NewGuid():N}";
        await HandOverAsync(key, changes, cancel);
        var result = await releases.CarryOutAsync(key, CancellationToken.None);
        return result.Done
            ? new ImportReport([$"{changes.Summary}; the store is at version {result.Version}"], [])
            : new ImportReport([], [.. result.Issues.Select(i => $"{from}:1: {i}")]);
    }

    private async Task<FilingChanges> ChangesAsync(string cik, IReadOnlyList<Filing> filings, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await FilingChanges.OfAsync(store, cik, filings, cancel);
    }

    private async Task HandOverAsync(string key, FilingChanges changes, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var now = time.StoredNow();
        newsroom.PendingReleases.Add(new ReleasePackage(new ReleaseCommand(key) { Filings = [changes.Command] }, []).Seal(vault, StaffGuard.System, now));
        newsroom.Record(now, StaffGuard.System, "filings.released", Guid.Empty, changes.Summary);
        await newsroom.SaveChangesAsync(cancel);
    }
}
