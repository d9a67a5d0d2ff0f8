using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Links;
using IrenPortal.Newsroom.Media;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Preflight;

/// <summary>What the editor shows beside a text as it stands.</summary>
/// <param name="List">The rules.</param>
/// <param name="Issues">What a hand-over would be refused for.</param>
/// <param name="Contract">The contract that an announcement names; null where there is none that can be read.</param>
public sealed record PreflightView(PreflightList List, IReadOnlyList<DraftIssue> Issues, NamedContract? Contract)
{
    /// <summary>Of something that isn't being written.</summary>
    public static PreflightView None { get; } = new(new PreflightList([]), [], null);
}

/// <summary>Gathers what the rules look at: the form, its files, its links, the contract that it names.</summary>
public sealed class PreflightReading(IDbContextFactory<NewsroomDbContext> newsrooms, DraftMedia media, LinkCheck links, ContractOnHand contracts, CompanyOnFile company)
{
    /// <summary>The rules for a form.</summary>
    /// <param name="id">The document.</param>
    /// <param name="fields">The form.</param>
    /// <param name="check">What its check found.</param>
    /// <param name="correction">Readers have an edition already.</param>
    /// <param name="by">For whom: what somebody may not open is not spoken of.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<PreflightView> OfAsync(Guid id, DraftFields fields, CheckedDraft check, bool correction, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        string[] files = [.. fields.Attached.Concat(check.Rendered.MediaNames).Distinct(StringComparer.Ordinal)];
        var issues = DraftIssues.Of(fields, check, correction, await media.MissingAsync(newsroom, id, files, cancel));
        var contract = await ContractAsync(fields, check, by, cancel);
        var list = PreflightRules.Of(new PreflightSubject(fields, check, issues, !correction, await company.ContextAsync(cancel))
        {
            FileCount = files.Length,
            Links = await links.RunAsync(fields, check.Rendered, by, cancel),
            Figures = contract is null ? null : FigureCheck.Of(fields[FormShape.Body], contract.Document, contract.Derived),
        });
        return new PreflightView(list, issues, fields.Kind is EditionKind.Announcement ? contract : null);
    }

    // A contract's own words are held to its own figures.
    private async Task<NamedContract?> ContractAsync(DraftFields fields, CheckedDraft check, string by, CancellationToken cancel) => fields switch
    {
        { IsWithdrawal: true } => null,
        { Kind: EditionKind.Announcement } when fields["contract"] is { Length: > 0 } slug => await contracts.FindAsync(slug, by, cancel),
        { Kind: EditionKind.Contract } when check.Document is ContractDocument own => await contracts.WithDerivedAsync(own),
        _ => null,
    };
}
