using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Importing;
using NodaTime.Text;

namespace IrenPortal.Newsroom.Prices;

/// <summary>Takes one symbol's bars, splits and dividends straight through the gate: prices have no embargo.</summary>
public sealed class PriceImport(PricePlanner planner, PriceDesk desk)
{
    private const int MostDoubts = 20;

    /// <summary>Checks the files and publishes what is new in them, replacing what differs. All or nothing.</summary>
    public async Task<ImportReport> RunAsync(PriceFiles files, CancellationToken cancel)
    {
        var (plan, refusals) = await planner.ReadAsync(files, cancel);
        if (plan is null or { IsEmpty: true })
        {
            return new ImportReport([], refusals);
        }

        var result = await desk.ReleaseAsync(plan, new PriceSender(PriceOrigin.CommandLine, Path.GetFileName(files.Path), StaffGuard.System), cancel);
        return !result.Done
            ? new ImportReport([], result.Issues)
            : new ImportReport([$"{plan.Symbol}: {plan.Summary()}; the store is at version {result.Version}", .. Doubts(plan)], []);
    }

    // The operator has decided already; what is odd is said, so that a slip is seen.
    private static IEnumerable<string> Doubts(PriceChangePlan plan)
    {
        var lines = plan.Doubts.Take(MostDoubts).Select(d => $"look at {LocalDatePattern.Iso.Format(d.Date)}: {d.Sentence}");
        return plan.Doubts.Count <= MostDoubts ? lines : lines.Append($"and {plan.Doubts.Count - MostDoubts} more to look at");
    }
}
