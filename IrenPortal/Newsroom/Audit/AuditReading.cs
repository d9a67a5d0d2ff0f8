using System.Globalization;
using System.Text;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Insiders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Audit;

/// <summary>Reads the audit, for its page and as a file; each reading is an entry itself.</summary>
public sealed class AuditReading(IDbContextFactory<NewsroomDbContext> newsrooms, DraftVault vault, CompanyOnRecord company, TimeProvider time)
{
    private const string Columns = "Number,At,Actor,Name,Action,Subject,Detail,Previous,Hash\n";

    private Instant Now => time.StoredNow();

    /// <summary>One page, newest entry first.</summary>
    public async Task<AuditView> ReadAsync(AuditQuery query, string by, CancellationToken cancel)
    {
        var zone = (await company.ReadAsync(cancel)).Zone;
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        var newest = query.UpTo ?? await newsroom.AuditEntries.MaxAsync(e => (long?)e.Number, cancel) ?? 0;
        var fitting = (query with { UpTo = newest }).Of(await VisibleAsync(newsroom, by, cancel), zone);
        var total = await fitting.CountAsync(cancel);
        var entries = await fitting.OrderByDescending(e => e.Number).Skip((query.Page - 1) * AuditView.PageSize).Take(AuditView.PageSize).ToListAsync(cancel);
        var sought = query.DocumentId?.ToString("N");
        var names = await AuditNames.ReadAsync(newsroom, vault, by, [.. entries.Select(e => e.Subject), .. sought is null ? [] : new[] { sought }], cancel);
        await RecordAsync(newsroom, by, "audit.read", $"{names.Unreleased} unreleased", cancel);
        return new AuditView(
            query,
            [.. entries.Select(e => new AuditLine(e.Number, e.At, names.Who(e.Actor), AuditWords.Of(e), names.What(e.Subject), e.Hash))],
            total,
            newest,
            sought is not null && names.Items.GetValueOrDefault(sought) is { Document: not null } item ? item : null,
            names.People);
    }

    /// <summary>Every entry that fits as CSV, oldest first, with what the chain's formula needs.</summary>
    public async Task WriteAsync(AuditQuery query, string by, Stream output, CancellationToken cancel)
    {
        var zone = (await company.ReadAsync(cancel)).Zone;
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        var fitting = query.Of(await VisibleAsync(newsroom, by, cancel), zone);
        await RecordAsync(newsroom, by, "audit.exported", $"{await fitting.CountAsync(cancel)} entries", cancel);
        var people = await newsroom.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Called, StringComparer.Ordinal, cancel);
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(Columns.AsMemory(), cancel);
        await foreach (var entry in fitting.OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await writer.WriteAsync(Line(entry, AuditNames.Who(people, entry.Actor)).AsMemory(), cancel);
        }
    }

    // What happens to a document that somebody may not open isn't there for them either.
    private static async Task<IQueryable<AuditEntry>> VisibleAsync(NewsroomDbContext newsroom, string by, CancellationToken cancel)
    {
        var open = newsroom.OpenTo(by).Select(d => d.Id);
        var kept = await newsroom.Documents.Where(d => !open.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel);
        var subjects = kept.ConvertAll(id => id.ToString("N"));
        return newsroom.AuditEntries.AsNoTracking().Where(e => !subjects.Contains(e.Subject));
    }

    private static string Line(AuditEntry entry, string name) => string.Join(
        ',',
        entry.Number.ToString(CultureInfo.InvariantCulture),
        AuditChain.Format(entry.At),
        CsvCell.Text(entry.Actor),
        CsvCell.Text(name),
        CsvCell.Text(entry.Action),
        CsvCell.Text(entry.Subject),
        CsvCell.Text(entry.Detail),
        entry.Previous,
        entry.Hash) + "\n";

    private Task<int> RecordAsync(NewsroomDbContext newsroom, string by, string action, string detail, CancellationToken cancel)
    {
        newsroom.AuditEntries.Add(new AuditEntry { At = Now, Actor = by, Action = action, Subject = "audit", Detail = detail });
        return newsroom.SaveChangesAsync(cancel);
    }
}
