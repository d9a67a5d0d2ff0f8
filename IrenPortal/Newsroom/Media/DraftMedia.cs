using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Media;

/// <summary>A file of a draft as staff see it.</summary>
/// <param name="Id">Random id of the draft file.</param>
/// <param name="Name">File name.</param>
/// <param name="ContentType">Told from the bytes.</param>
/// <param name="Length">Size in bytes.</param>
public sealed record DraftFileEntry(Guid Id, string Name, string ContentType, long Length);

/// <summary>Files of drafts: sealed in the newsroom until the gate publishes them under random ids.</summary>
public sealed class DraftMedia(IDbContextFactory<NewsroomDbContext> newsrooms, IDbContextFactory<PublicDbContext> stores, DraftVault vault, TimeProvider time)
{
    private Instant Now => time.StoredNow();

    /// <summary>Adds a file, or takes the place of one with the same name.</summary>
    /// <returns>What is wrong and what to do instead, or null when it was added.</returns>
    public async Task<string?> AddAsync(Guid document, MediaFile file, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, document, cancel);
        var row = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == document, cancel);
        if (row?.State is not DocumentState.Draft)
        {
            return "files can be added to a draft only: begin a correction, or ask for the text to be sent back";
        }

        if (await PublishedAsync([file.Name], cancel) is [{ } published] && published.Sha256 != LedgerChain.Sha256(file.Bytes.ToArray()))
        {
            return $"another file is published as {file.Name}: rename yours";
        }

        await RemoveAsync(newsroom, document, file.Name, cancel);
        Add(newsroom, document, file, by, Now);
        newsroom.Record(Now, by, "file.added", document);
        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Takes a file away from a draft.</summary>
    public async Task RemoveAsync(Guid document, string name, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, document, cancel);
        if (await newsroom.Documents.AnyAsync(d => d.Id == document && d.State == DocumentState.Draft, cancel))
        {
            if (await RemoveAsync(newsroom, document, name, cancel))
            {
                newsroom.Record(Now, by, "file.removed", document);
            }

            await newsroom.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>A draft's files by name.</summary>
    public async Task<IReadOnlyList<DraftFileEntry>> ListAsync(Guid document, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var files = await newsroom.DraftFiles.Where(f => f.DocumentId == document).Select(f => new { f.Id, f.SealedName, f.ContentType, f.Length }).ToListAsync(cancel);
        return [.. files.Select(f => new DraftFileEntry(f.Id, vault.OpenText(NamePlace(f.Id), f.SealedName), f.ContentType, f.Length)).OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <summary>
    /// A file that a draft shows: its own, or one that is published already; null when there is neither. Reading one of
    /// something unpublished puts the reader on the insider list.
    /// </summary>
    public async Task<MediaFile?> ReadAsync(Guid document, string name, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, document, cancel);
        var row = await newsroom.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == document, cancel);
        if (row is null || (await GatherAsync(newsroom, document, [name], cancel)).SingleOrDefault() is not { } file)
        {
            return null;
        }

        if (!row.State.IsPublic())
        {
            newsroom.ItemOpenings.Add(new ItemOpening
            {
                DocumentId = document,
                Revision = row.Revision,
                UserId = by,
                At = Now,
            });
            await newsroom.SaveChangesAsync(cancel);
        }

        return file;
    }

    /// <summary>
    /// The named files with their bytes, from the draft or, where a file is published already, from the public store.
    /// Names that neither has are left out.
    /// </summary>
    internal async Task<IReadOnlyList<MediaFile>> GatherAsync(NewsroomDbContext newsroom, Guid document, IReadOnlyList<string> names, CancellationToken cancel)
    {
        var published = (await PublishedAsync(names, cancel)).ToDictionary(f => f.Name, StringComparer.Ordinal);
        var files = new List<MediaFile>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var file = await FindAsync(newsroom, document, name, cancel)
                ?? (published.TryGetValue(name, out var known) ? new MediaFile(known.Name, known.ContentType, known.Bytes) : null);
            if (file is not null)
            {
                files.Add(file);
            }
        }

        return files;
    }

    /// <summary>Names that a text attaches or shows and that neither the draft nor the public store has.</summary>
    internal async Task<IReadOnlyList<string>> MissingAsync(NewsroomDbContext newsroom, Guid document, IEnumerable<string> names, CancellationToken cancel)
    {
        var wanted = names.Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var own = await newsroom.DraftFiles.Where(f => f.DocumentId == document).Select(f => new { f.Id, f.SealedName }).ToListAsync(cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);
        var published = await store.Files.Where(f => wanted.Contains(f.Name)).Select(f => f.Name).ToListAsync(cancel);
        return [.. wanted.Except(own.Select(f => vault.OpenText(NamePlace(f.Id), f.SealedName)), StringComparer.Ordinal).Except(published, StringComparer.Ordinal)];
    }

    /// <summary>Adds a sealed file to a transaction that the caller commits.</summary>
    internal void Add(NewsroomDbContext newsroom, Guid document, MediaFile file, string by, Instant now)
    {
        var id = Guid.NewGuid();
        newsroom.DraftFiles.Add(new DraftFile
        {
            Id = id,
            DocumentId = document,
            SealedName = vault.Seal(NamePlace(id), file.Name),
            ContentType = file.ContentType,
            SealedBytes = vault.Seal(BytesPlace(id), file.Bytes.Span),
            Length = file.Bytes.Length,
            AddedBy = by,
            AddedAt = now,
        });
    }

    private static string NamePlace(Guid id) => $"file-name/{id:N}";

    private static string BytesPlace(Guid id) => $"file/{id:N}";

    private async Task<List<PublicFile>> PublishedAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.Files.Where(f => names.Contains(f.Name)).ToListAsync(cancel);
    }

    private async Task<MediaFile?> FindAsync(NewsroomDbContext newsroom, Guid document, string name, CancellationToken cancel)
    {
        foreach (var file in await newsroom.DraftFiles.AsNoTracking().Where(f => f.DocumentId == document).ToListAsync(cancel))
        {
            if (vault.OpenText(NamePlace(file.Id), file.SealedName) == name)
            {
                return new MediaFile(name, file.ContentType, vault.OpenBytes(BytesPlace(file.Id), file.SealedBytes));
            }
        }

        return null;
    }

    private async Task<bool> RemoveAsync(NewsroomDbContext newsroom, Guid document, string name, CancellationToken cancel)
    {
        var files = (await newsroom.DraftFiles.Where(f => f.DocumentId == document).ToListAsync(cancel)).FindAll(f => vault.OpenText(NamePlace(f.Id), f.SealedName) == name);
        newsroom.DraftFiles.RemoveRange(files);
        return files.Count > 0;
    }
}
