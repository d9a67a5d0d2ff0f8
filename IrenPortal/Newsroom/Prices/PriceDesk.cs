using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Releasing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Prices;

/// <summary>
/// Prices on their way to readers: proposed, and released or rejected by a person. Each is a row; a release goes by a package that
/// the gate carries out by its key, so that a crash can part it but not spoil it.
/// </summary>
public sealed class PriceDesk(IDbContextFactory<NewsroomDbContext> newsrooms, PricePlanner planner, ReleaseDesk releases, DraftVault vault, TimeProvider time)
{
    private Instant Now => time.StoredNow();

    /// <summary>Keeps changes until a person decides. What the same sender proposed for the symbol before makes room, but a dropped file stays.</summary>
    /// <returns>The proposal's id.</returns>
    public async Task<Guid> ProposeAsync(PriceChangePlan plan, PriceSender sender, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, sender.By, cancel);
        var now = Now;
        if (sender.Origin is not PriceOrigin.Folder)
        {
            await SupersedeAsync(newsroom, plan.Symbol, sender, now, cancel);
        }

        var proposal = ProposalRows.Make(plan, sender, now);
        newsroom.PriceProposals.Add(proposal);
        newsroom.Record(now, sender.By, "prices.proposed", proposal.Id, ProposalRows.Counts(plan));
        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return proposal.Id;
    }

    /// <summary>Releases changes at once, without a person's look.</summary>
    public async Task<ReleaseResult> ReleaseAsync(PriceChangePlan plan, PriceSender sender, CancellationToken cancel)
    {
        var proposal = ProposalRows.Make(plan, sender, Now);
        await using (var newsroom = await newsrooms.CreateDbContextAsync(cancel))
        {
            newsroom.PriceProposals.Add(proposal);
            HandOver(newsroom, proposal, plan, sender.By);
            await newsroom.SaveChangesAsync(cancel);
        }

        var result = await releases.CarryOutAsync(ProposalRows.KeyOf(proposal.Id, plan), CancellationToken.None);
        if (!result.Done)
        {
            await WithdrawAsync(plan.Symbol, sender, cancel);
        }

        return result;
    }

    /// <summary>Takes back what a sender proposed for a symbol and says no more.</summary>
    public async Task WithdrawAsync(string symbol, PriceSender sender, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await SupersedeAsync(newsroom, symbol, sender, Now, cancel);
        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>A person's yes to exactly what was previewed.</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="digest">The digest of the previewed changes: another state of the store gives another one.</param>
    /// <param name="looked">The person has looked at what is odd.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null when there is no such proposal.</returns>
    public async Task<ReleaseResult?> AcceptAsync(Guid id, string digest, bool looked, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        var proposal = await newsroom.PriceProposals.SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (proposal is null)
        {
            return null;
        }

        if (proposal.State is not ProposalState.Proposed)
        {
            return proposal.State is ProposalState.Released or ProposalState.Releasing ? new ReleaseResult(true, 0, []) : ReleaseResult.Refused("it was decided before; look at it again");
        }

        var (plan, _) = await planner.ReadAsync(ProposalRows.FilesOf(proposal), cancel);
        if (plan is null || plan.IsEmpty || plan.Digest() != digest)
        {
            return ReleaseResult.Refused("what readers have was changed since you looked; this is the comparison with what they have now");
        }

        if (plan.Doubts.Count > 0 && !looked)
        {
            return ReleaseResult.Refused("some of it is odd: look at it first, and tick that you have");
        }

        HandOver(newsroom, proposal, plan, by);
        try
        {
            await newsroom.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // On PostgreSQL two people can pass the check above together; the stamp lets one win.
            return ReleaseResult.Refused("somebody else has just decided it; look at it again");
        }

        await transaction.CommitAsync(cancel);
        return await releases.CarryOutAsync(ProposalRows.KeyOf(id, plan), CancellationToken.None);
    }

    /// <summary>A no.</summary>
    /// <returns>False when it doesn't wait any more.</returns>
    public async Task<bool> RejectAsync(Guid id, string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        var proposal = await newsroom.PriceProposals.SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (proposal?.State is not ProposalState.Proposed)
        {
            return false;
        }

        var now = Now;
        proposal.Reject(by, now);
        newsroom.Record(now, by, "prices.rejected", id);
        try
        {
            await newsroom.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return false;
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Records that somebody had the sources asked.</summary>
    public async Task RecordLookAsync(string by, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, cancel);
        newsroom.Record(Now, by, "prices.asked", Guid.Empty);
        await newsroom.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task SupersedeAsync(NewsroomDbContext newsroom, string symbol, PriceSender sender, Instant now, CancellationToken cancel)
    {
        var older = await newsroom.PriceProposals
            .Where(p => p.State == ProposalState.Proposed && p.Symbol == symbol && p.Origin == sender.Origin && p.CreatedBy == sender.By)
            .ToListAsync(cancel);
        foreach (var proposal in older)
        {
            proposal.Supersede(now);
            newsroom.Record(now, sender.By, "prices.superseded", proposal.Id);
        }
    }

    private void HandOver(NewsroomDbContext newsroom, PriceProposal proposal, PriceChangePlan plan, string by)
    {
        var now = Now;
        proposal.BeginRelease(by, now);
        newsroom.PendingReleases.Add(new ReleasePackage(plan.Command(ProposalRows.KeyOf(proposal.Id, plan)), [], proposal.Id).Seal(vault, by, now));
        newsroom.Record(now, by, "prices.accepted", proposal.Id, ProposalRows.Counts(plan));
    }
}
