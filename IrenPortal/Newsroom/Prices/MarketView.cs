using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Frame;
using IrenPortal.Newsroom.Prices.Feeds;

namespace IrenPortal.Newsroom.Prices;

/// <summary>All that the market page shows.</summary>
public sealed record MarketView
{
    /// <summary>What stands around it.</summary>
    public required StaffFrame Frame { get; init; }

    /// <summary>The symbols, the share first.</summary>
    public required IReadOnlyList<SymbolLine> Symbols { get; init; }

    /// <summary>What waits for a person.</summary>
    public required IReadOnlyList<ProposalLine> Waiting { get; init; }

    /// <summary>The sources that bring prices by themselves.</summary>
    public required IReadOnlyList<FeedStatus> Feeds { get; init; }

    /// <summary>What came, newest first, as filtered.</summary>
    public required IReadOnlyList<PriceArrival> History { get; init; }

    /// <summary>The symbol that the history is filtered by; empty for all.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>The outcome that the history is filtered by; null for all.</summary>
    public ProposalState? State { get; init; }

    /// <summary>The symbol chosen in a form that was refused.</summary>
    public string PostedSymbol { get; init; } = "";

    /// <summary>The rows pasted into a form that was refused.</summary>
    public string PostedRows { get; init; } = "";

    /// <summary>Why the last form was refused, a sentence each.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>What is wrong in its files, a line each.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Address of a proposal.</summary>
    public static string HrefOf(Guid id) => $"/admin/market/proposals/{id:D}";
}

/// <summary>All that the page of a proposal shows.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Proposal">The proposal.</param>
/// <param name="Refusals">Why the last command was refused.</param>
public sealed record ProposalView(StaffFrame Frame, OpenedProposal Proposal, IReadOnlyList<string> Refusals)
{
    /// <summary>Its address.</summary>
    public string Href => MarketView.HrefOf(Proposal.Line.Id);
}
