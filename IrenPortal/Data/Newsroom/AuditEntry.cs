using NodaTime;

namespace IrenPortal.Data.Newsroom;

/// <summary>What staff and the portal did, by ids alone; no text of a draft. Immutable, and a link of the chain that <see cref="AuditChain"/> makes on save.</summary>
public sealed class AuditEntry
{
    /// <summary>What <see cref="Action"/> calls an opening of something unreleased.</summary>
    public const string Opened = "item.opened";

    /// <summary>Ascending; given on save.</summary>
    public long Number { get; init; }

    public required Instant At { get; init; }

    /// <summary>A user's id, or <c>system</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>For example <c>draft.saved</c>, <c>release.finished</c>, <c>user.disabled</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The id of the document or user acted on.</summary>
    public required string Subject { get; init; }

    /// <summary>Numbers and states only, such as <c>revision 3</c>.</summary>
    public required string Detail { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first. Given on save.</summary>
    public string Previous { get; private set; } = "";

    /// <summary>Lower-case hex SHA-256 of number, at, actor, action, subject, detail and previous joined by LF. Given on save.</summary>
    public string Hash { get; private set; } = "";

    internal void Link(string previous, string hash) => (Previous, Hash) = (previous, hash);
}
