namespace IrenPortal.Newsroom.Preflight;

/// <summary>How a text's figures compare with a contract's.</summary>
/// <param name="Agreeing">How many of the contract's figures the text names rightly.</param>
/// <param name="Findings">What differs, with the line and what to write instead.</param>
public sealed record FigureReport(int Agreeing, IReadOnlyList<string> Findings);
