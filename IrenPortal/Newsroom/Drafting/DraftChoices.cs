using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Ui;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>The choices of the editor's lists.</summary>
public sealed class DraftChoices(DraftReading reading, CompanyOnFile company, IDbContextFactory<PublicDbContext> stores)
{
    /// <summary>No choices: of a page that has no form.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<SelectOption>> NoForm = new Dictionary<string, IReadOnlyList<SelectOption>>(StringComparer.Ordinal);

    private static readonly SelectOption None = new("", "None");

    /// <summary>Options by field; what the form holds already is always among them.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<SelectOption>>> ForAsync(EditionKind kind, DraftFields fields, string by, CancellationToken cancel) => kind switch
    {
        EditionKind.Announcement => new Dictionary<string, IReadOnlyList<SelectOption>>(StringComparer.Ordinal)
        {
            ["category"] = With(fields["category"], [new("", "Choose"), .. ((await company.FindAsync(cancel))?.Categories ?? []).Select(c => new SelectOption(c, c))]),
            ["contract"] = With(fields["contract"], [None, .. await DocumentsAsync(EditionKind.Contract, by, cancel)]),
        },
        EditionKind.Contract => new Dictionary<string, IReadOnlyList<SelectOption>>(StringComparer.Ordinal)
        {
            ["role"] = With(fields["role"], [new("", "Choose"), new("customer", "Customer"), new("supplier", "Supplier"), new("lender", "Lender"), new("partner", "Partner")]),
            ["status"] = With(fields["status"], [new("", "Choose"), new("announced", "Announced"), new("active", "Active"), new("completed", "Completed"), new("terminated", "Terminated")]),
            ["announcement"] = With(fields["announcement"], [None, .. await DocumentsAsync(EditionKind.Announcement, by, cancel)]),
        },
        _ => NoForm,
    };

    private static IReadOnlyList<SelectOption> With(string value, IReadOnlyList<SelectOption> options) =>
        options.Any(o => o.Value == value) ? options : [.. options, new SelectOption(value, value)];

    // Drafts first: what is written together is released together.
    private async Task<IReadOnlyList<SelectOption>> DocumentsAsync(EditionKind kind, string by, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var published = await store.CurrentEditions.Where(c => c.Kind == kind)
            .Join(store.Editions, c => c.EditionNumber, e => e.Number, (_, e) => new { e.Slug, e.Title, e.ReleasedAt, e.Document })
            .OrderByDescending(e => e.ReleasedAt)
            .ToListAsync(cancel);
        var drafts = (await reading.ListAsync(kind, "", openOnly: true, by, cancel)).Where(l => l.PublishedVersion == 0 && l.Slug.Length > 0);
        return [.. drafts.Select(l => new SelectOption(l.Slug, $"{Desk.TitleOf(l)} (draft)")), .. published.Where(e => !ContentJson.IsWithdrawn(e.Document)).Select(e => new SelectOption(e.Slug, e.Title))];
    }
}
