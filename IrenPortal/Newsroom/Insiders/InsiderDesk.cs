using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Insiders;

/// <summary>A member of staff as a choice of the insider form.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Name">What colleagues call them.</param>
/// <param name="Named">True for who is on the document's list.</param>
/// <param name="MayOpen">True for who may open it, named or not.</param>
public sealed record InsiderChoice(string UserId, string Name, bool Named, bool MayOpen);

/// <summary>Restricts documents to named people, and opens them again.</summary>
public sealed class InsiderDesk(IDbContextFactory<NewsroomDbContext> newsrooms, TimeProvider time)
{
    /// <summary>Everybody who could be named for a document, by name, with who is.</summary>
    public async Task<IReadOnlyList<InsiderChoice>> ChoicesAsync(Guid document, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var named = await newsroom.DocumentInsiders.Where(i => i.DocumentId == document).Select(i => i.UserId).ToListAsync(cancel);
        var people = await newsroom.Users.AsNoTracking().Where(u => !u.Disabled || named.Contains(u.Id)).ToListAsync(cancel);
        return [.. people.Select(p => new InsiderChoice(p.Id, p.Called, named.Contains(p.Id), named.Count == 0 || named.Contains(p.Id))).OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>
    /// Names exactly these people, and always whoever does it, so that nobody locks themselves out; no people open the document to
    /// all staff.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="people">Accounts; unknown and disabled ones are refused.</param>
    /// <param name="by">Who restricts it.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>What is wrong and what to do instead, or null when done.</returns>
    public async Task<string?> SetAsync(Guid document, IReadOnlyCollection<string> people, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, document, cancel);
        var wanted = people.Count == 0 ? [] : people.Append(by).ToHashSet(StringComparer.Ordinal);
        var present = await newsroom.DocumentInsiders.Where(i => i.DocumentId == document).ToListAsync(cancel);
        var added = wanted.Except(present.Select(i => i.UserId), StringComparer.Ordinal).ToList();
        if (await newsroom.Users.CountAsync(u => added.Contains(u.Id) && !u.Disabled, cancel) != added.Count)
        {
            return "somebody on the list has no account that can sign in: reload the page and choose again";
        }

        var now = time.StoredNow();
        foreach (var person in added.Order(StringComparer.Ordinal))
        {
            newsroom.DocumentInsiders.Add(new DocumentInsider { DocumentId = document, UserId = person, AddedBy = by, AddedAt = now });
            newsroom.Record(now, by, "insider.added", document, $"person {person}");
        }

        foreach (var gone in present.Where(i => !wanted.Contains(i.UserId)))
        {
            newsroom.DocumentInsiders.Remove(gone);
            newsroom.Record(now, by, "insider.removed", document, $"person {gone.UserId}");
        }

        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
