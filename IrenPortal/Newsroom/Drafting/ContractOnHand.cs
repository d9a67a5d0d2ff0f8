using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Site.Contracts;
using IrenPortal.Site.Published;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>The contract that an announcement names.</summary>
/// <param name="Document">As readers have it, else as it is drafted.</param>
/// <param name="Derived">What follows from its terms, as its page prints it.</param>
public sealed record NamedContract(ContractDocument Document, IReadOnlyList<DerivedFigure> Derived);

/// <summary>Finds contracts that texts name: the public one, else a draft, for who may open that; the opening is recorded.</summary>
public sealed class ContractOnHand(IDbContextFactory<NewsroomDbContext> newsrooms, DraftVault vault, DraftReading reading, SiteMoments moments)
{
    /// <summary>The contract of an address part; null where there is none that this person may read, or none that is whole.</summary>
    public async Task<NamedContract?> FindAsync(string slug, string by, CancellationToken cancel)
    {
        var known = (await moments.NowAsync()).Site.Contract(slug)?.Document ?? await DraftedAsync(slug, by, cancel);
        return known is null ? null : await WithDerivedAsync(known);
    }

    /// <summary>A contract with what follows from its terms beside the public ones.</summary>
    public async Task<NamedContract> WithDerivedAsync(ContractDocument contract)
    {
        var others = (await moments.NowAsync()).Site.Contracts.Select(c => c.Document).Where(c => c.Slug != contract.Slug);
        return new NamedContract(contract, ContractFigures.Derive(contract, [contract, .. others]));
    }

    private async Task<ContractDocument?> DraftedAsync(string slug, string by, CancellationToken cancel)
    {
        var hash = vault.Hash("slug", nameof(EditionKind.Contract), slug);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        var id = slug.Length == 0 ? Guid.Empty : await newsroom.OpenTo(by)
            .Where(d => d.Kind == EditionKind.Contract && d.SlugHash == hash && d.PublishedVersion == 0 && d.State != DocumentState.Cancelled)
            .OrderBy(d => d.CreatedAt).Select(d => d.Id).FirstOrDefaultAsync(cancel);
        return id == Guid.Empty ? null : (await reading.OpenAsync(id, null, by, cancel))?.Check.Document as ContractDocument;
    }
}
