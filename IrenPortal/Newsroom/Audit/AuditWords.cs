using System.Collections.Frozen;
using IrenPortal.Data.Newsroom;

namespace IrenPortal.Newsroom.Audit;

/// <summary>What somebody did, as a sentence around the thing that it was done to.</summary>
/// <param name="Before">The words before the thing.</param>
/// <param name="NamesItem">False where the sentence is whole without one.</param>
/// <param name="After">The words after it.</param>
public sealed record AuditSentence(string Before, bool NamesItem, string After);

/// <summary>Acts in words.</summary>
public static class AuditWords
{
    private const string Item = "{item}";
    private const string Detail = "{detail}";

    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["item.opened"] = "opened {detail} of {item}",
        ["list.read"] = "read {item} ({detail})",
        ["audit.read"] = "read the audit ({detail})",
        ["audit.exported"] = "exported the audit ({detail})",
        ["insider.added"] = "named a person who may open {item}",
        ["insider.removed"] = "took a person off the list of who may open {item}",
        ["draft.created"] = "began {item}",
        ["draft.saved"] = "saved {detail} of {item}",
        ["draft.restored"] = "made an earlier text of {item} the newest: {detail}",
        ["draft.duplicated"] = "began {item} as a copy of another",
        ["draft.imported"] = "imported {detail} of {item}",
        ["draft.cancelled"] = "cancelled {item}",
        ["file.added"] = "added a file to {item}",
        ["file.removed"] = "took a file away from {item}",
        ["comment.added"] = "commented on {item}",
        ["comment.answered"] = "answered a comment on {item}",
        ["comment.resolved"] = "resolved a comment on {item}",
        ["comment.reopened"] = "opened a comment on {item} again",
        ["correction.begun"] = "began a correction of {item}, {detail}",
        ["correction.imported"] = "imported a correction of {item}, {detail}",
        ["edition.adopted"] = "took {detail} of {item} over from the public store",
        ["review.requested"] = "handed {detail} of {item} over for review",
        ["review.sent_back"] = "sent {detail} of {item} back to its author",
        ["approval.void"] = "voided the approval of {item}, {detail}",
        ["release.approved"] = "approved {detail} of {item}",
        ["release.alone"] = "approved {detail} of {item} alone",
        ["release.scheduled"] = "scheduled {detail} of {item}",
        ["release.signed_off"] = "signed {detail} of {item} off, which was released alone",
        ["withdrawal.proposed"] = "proposed to withdraw {item}, {detail}",
        ["release.begun"] = "began the release of {item}, {detail}",
        ["release.finished"] = "released {detail} of {item}",
        ["release.refused"] = "could not release {item}, {detail}: the gate refused it",
        ["prices.proposed"] = "proposed {item} ({detail})",
        ["prices.superseded"] = "took back {item} for a newer proposal",
        ["prices.accepted"] = "accepted {item} ({detail})",
        ["prices.rejected"] = "rejected {item}",
        ["release.timed"] = "put on record when releases were first read and mailed ({detail})",
        ["prices.released"] = "released {item} ({detail})",
        ["prices.refused"] = "could not release {item}: the gate refused it",
        ["prices.asked"] = "had the sources of prices and filings asked",
        ["filings.released"] = "released filings with the SEC ({detail})",
        ["alerts.tried"] = "sent a trial of the e-mail alerts",
        ["alerts.sent-again"] = "sent e-mail alerts again that were cut off ({detail})",
        ["user.set-up"] = "set the portal up as its first administrator",
        ["user.invited"] = "invited {item}, role {detail}",
        ["user.link-made"] = "made a one-time link for {item}",
        ["user.password-set"] = "set the password of {item}",
        ["user.password-changed"] = "changed the password of {item}",
        ["user.role-changed"] = "gave {item} the role {detail}",
        ["user.disabled"] = "switched {item} off",
        ["user.enabled"] = "switched {item} on",
        ["user.signed-in"] = "signed in",
        ["user.signed-out-elsewhere"] = "signed another browser out",
        ["user.signed-out-everywhere"] = "signed out everywhere",
        ["user.factor-added"] = "added a second factor ({detail})",
        ["user.factor-removed"] = "removed a second factor ({detail})",
        ["user.factors-reset"] = "reset passkeys and codes of {item}",
        ["user.recovery-codes-made"] = "made new recovery codes",
        ["user.recovery-code-used"] = "signed in with a recovery code",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The acts that have a sentence of their own.</summary>
    public static IEnumerable<string> Known => Sentences.Keys;

    /// <summary>The sentence of an entry; an act without one is named as it is recorded.</summary>
    public static AuditSentence Of(AuditEntry entry)
    {
        var words = Sentences.GetValueOrDefault(entry.Action) ?? $"{entry.Action.Replace('.', ' ').Replace('-', ' ').Replace('_', ' ')}: {Item}{(entry.Detail.Length > 0 ? $", {Detail}" : "")}";
        words = words.Replace(Detail, entry.Detail, StringComparison.Ordinal).Replace(" ()", "", StringComparison.Ordinal);
        var at = words.IndexOf(Item, StringComparison.Ordinal);
        return at < 0 ? new AuditSentence(words, false, "") : new AuditSentence(words[..at], true, words[(at + Item.Length)..].TrimEnd(',', ' '));
    }
}
