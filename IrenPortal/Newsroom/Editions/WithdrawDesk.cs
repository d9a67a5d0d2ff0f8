using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Drafting;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Editions;

/// <summary>
/// Proposes to take back what readers have. A withdrawal is a revision like any other, sealed, with its reason in it, and goes
/// through review, approval and the gate like one.
/// </summary>
public sealed class WithdrawDesk(IDbContextFactory<NewsroomDbContext> newsrooms, DraftDesk drafts, CompanyOnFile company, TimeProvider time)
{
    /// <summary>The word that a person types, so that no slip of the hand withdraws anything.</summary>
    public const string Word = "WITHDRAW";

    /// <summary>Writes the withdrawal and hands it to a second person.</summary>
    /// <param name="id">The document.</param>
    /// <param name="reason">Why, in words for readers.</param>
    /// <param name="word">What was typed to confirm.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>What has to be put right first; empty when done.</returns>
    public async Task<IReadOnlyList<string>> ProposeAsync(Guid id, string reason, string word, string by, CancellationToken cancel)
    {
        var context = await company.ContextAsync(cancel);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        await using var transaction = await newsroom.Database.BeginTransactionAsync(cancel);
        await StaffGuard.RequireStaffAsync(newsroom, by, id, cancel);
        var document = await newsroom.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document?.State is not (DocumentState.Released or DocumentState.ReleasedAlone))
        {
            return ["Only what is released can be withdrawn; somebody may have begun a correction: give that up first."];
        }

        var published = await drafts.PublishedFieldsAsync(newsroom, document, cancel);
        var issues = Issues(published, reason, word);
        if (issues.Count > 0)
        {
            return issues;
        }

        var withdrawal = published!.AsWithdrawal(reason);
        var check = DraftCheck.Run(withdrawal, context);
        if (check.Document is null)
        {
            return [.. DraftIssues.Of(withdrawal, check, correction: true, []).Select(i => i.Sentence)];
        }

        var now = time.StoredNow();
        drafts.AddRevision(newsroom, document, withdrawal, check, by, now);
        document.Submit(now);
        newsroom.Record(now, by, "withdrawal.proposed", id, $"revision {document.Revision}");
        return await newsroom.TryCommitAsync(transaction, cancel) ? [] : [StaffGuard.ChangedMeanwhile];
    }

    private static List<string> Issues(DraftFields? published, string reason, string word)
    {
        var issues = new List<string>();
        if (published is null or { IsWithdrawal: true })
        {
            issues.Add("Readers have no text of it that could be withdrawn.");
        }

        if (reason.Length == 0)
        {
            issues.Add("The reason is empty: readers see it, write a sentence.");
        }

        if (TypedWord.Fault(word, Word) is { } fault)
        {
            issues.Add(fault);
        }

        return issues;
    }
}
