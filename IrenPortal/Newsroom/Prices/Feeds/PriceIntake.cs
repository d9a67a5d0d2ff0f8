using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>
/// Takes a delivery of a source: new sessions that are plausible go straight to readers; what replaces a bar, or is odd,
/// waits for a person.
/// </summary>
public sealed class PriceIntake(IDbContextFactory<NewsroomDbContext> newsrooms, PricePlanner planner, PriceDesk desk)
{
    /// <summary>Takes it. The same again changes nothing.</summary>
    public async Task<IntakeOutcome> TakeAsync(PriceDelivery delivery, PriceOrigin origin, CancellationToken cancel)
    {
        if (delivery.Files is not { } files)
        {
            return IntakeOutcome.Refused("", delivery.Faults);
        }

        var reading = await planner.ReadAsync(files, cancel);
        if (reading.Plan is null)
        {
            return IntakeOutcome.Refused(files.Symbol, reading.Refusals);
        }

        var sender = new PriceSender(origin, delivery.Label, StaffGuard.System);
        var rejected = await RejectedAsync(files.Symbol, origin, cancel);
        var bars = reading.Plan.Bars.Select(c => c.Bar).Where(b => !rejected.Contains(ProposalRows.Row(b))).ToList();
        var actions = reading.Plan.Actions.Select(c => c.Action).Where(a => !rejected.Contains(ProposalRows.Row(a))).ToList();
        var (plain, held, leftOut) = await planner.SplitAsync(files.Symbol, bars, actions, cancel);
        if (!plain.IsEmpty && await desk.ReleaseAsync(plain, sender, cancel) is { Done: false } refused)
        {
            return IntakeOutcome.Refused(files.Symbol, [.. refused.Issues.Select(i => $"{files.Path}:1: {i}")]);
        }

        if (!held.IsEmpty && !await WaitsAlreadyAsync(held, sender, cancel))
        {
            await desk.ProposeAsync(held, sender, cancel);
        }
        else if (held.IsEmpty && origin is PriceOrigin.Feed)
        {
            // It was asked for the days of what it proposed before, and agrees with readers now.
            await desk.WithdrawAsync(files.Symbol, sender, cancel);
        }

        var rejectedBefore = reading.Plan.Bars.Count + reading.Plan.Actions.Count - bars.Count - actions.Count;
        return new IntakeOutcome(files.Symbol, plain.Bars.Count + plain.Actions.Count, held.Bars.Count + held.Actions.Count, leftOut + rejectedBefore, []);
    }

    // A source says the same again and again; a person's no is not asked for twice.
    private async Task<HashSet<string>> RejectedAsync(string symbol, PriceOrigin origin, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var rejected = await newsroom.PriceProposals.AsNoTracking()
            .Where(p => p.Symbol == symbol && p.State == ProposalState.Rejected && p.Origin == origin)
            .Select(p => p.Bars + p.Actions)
            .ToListAsync(cancel);
        return [.. rejected.SelectMany(rows => rows.Split('\n')).Select(row => $"{row}\n")];
    }

    private async Task<bool> WaitsAlreadyAsync(PriceChangePlan plan, PriceSender sender, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var (bars, actions) = ProposalRows.TextsOf(plan);
        return await newsroom.PriceProposals.AnyAsync(
            p => p.Symbol == plan.Symbol && p.State == ProposalState.Proposed && p.Origin == sender.Origin && p.Bars == bars && p.Actions == actions, cancel);
    }
}
