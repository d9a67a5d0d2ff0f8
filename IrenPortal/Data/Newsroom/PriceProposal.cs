using NodaTime;

namespace IrenPortal.Data.Newsroom;

/// <summary>Where prices came from.</summary>
public enum PriceOrigin
{
    /// <summary>The verb <c>prices import</c>.</summary>
    CommandLine = 1,

    /// <summary>A member of staff, by upload or paste.</summary>
    Person = 2,

    /// <summary>A file dropped into the folder of prices.</summary>
    Folder = 3,

    /// <summary>The source that is asked over HTTP.</summary>
    Feed = 4,
}

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>Waits for a person's yes or no.</summary>
    Proposed = 1,

    /// <summary>Handed to the gate; the release loop finishes it after a crash.</summary>
    Releasing = 2,

    /// <summary>Readers have it.</summary>
    Released = 3,

    /// <summary>A person said no.</summary>
    Rejected = 4,

    /// <summary>A newer one of the same source took its place.</summary>
    Superseded = 5,
}

/// <summary>
/// Bars, splits and dividends of one symbol on their way to readers, in import format; prices are no secret. Mutable only in its
/// state.
/// </summary>
public sealed class PriceProposal
{
    public required Guid Id { get; init; }

    public required string Symbol { get; init; }

    public required PriceOrigin Origin { get; init; }

    /// <summary>The file's name or the source's host.</summary>
    public required string Source { get; init; }

    /// <summary>The bars that were new or different, as CSV; empty where there is none.</summary>
    public required string Bars { get; init; }

    /// <summary>The splits and dividends that were new or different, as CSV; empty where there is none.</summary>
    public required string Actions { get; init; }

    /// <summary>A user's id, or <c>system</c>.</summary>
    public required string CreatedBy { get; init; }

    public required Instant CreatedAt { get; init; }

    public ProposalState State { get; private set; } = ProposalState.Proposed;

    /// <summary>Who said yes or no; empty while it waits.</summary>
    public string DecidedBy { get; private set; } = "";

    public Instant? DecidedAt { get; private set; }

    /// <summary>Guards against two writers; a new value with every change.</summary>
    public Guid Stamp { get; private set; } = Guid.NewGuid();

    /// <summary>Hands it to the gate.</summary>
    public void BeginRelease(string by, Instant now) => Move(ProposalState.Releasing, by, now, ProposalState.Proposed);

    /// <summary>Records that readers have it.</summary>
    public void FinishRelease() => Move(ProposalState.Released, DecidedBy, DecidedAt, ProposalState.Releasing);

    /// <summary>Takes back a hand-over that the gate refused: it waits again.</summary>
    public void AbortRelease() => Move(ProposalState.Proposed, "", null, ProposalState.Releasing);

    /// <summary>Records a no.</summary>
    public void Reject(string by, Instant now) => Move(ProposalState.Rejected, by, now, ProposalState.Proposed);

    /// <summary>Makes room for a newer one.</summary>
    public void Supersede(Instant now) => Move(ProposalState.Superseded, "", now, ProposalState.Proposed);

    private void Move(ProposalState to, string by, Instant? at, ProposalState from)
    {
        if (State != from)
        {
            throw new InvalidOperationException($"Proposal {Id} does not go from {State} to {to}.");
        }

        (State, DecidedBy, DecidedAt, Stamp) = (to, by, at, Guid.NewGuid());
    }
}
