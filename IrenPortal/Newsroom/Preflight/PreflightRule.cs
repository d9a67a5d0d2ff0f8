namespace IrenPortal.Newsroom.Preflight;

/// <summary>How a rule stands; what is worse is more.</summary>
public enum RuleStanding
{
    /// <summary>Kept.</summary>
    Met = 1,

    /// <summary>Worth a look; it can be submitted all the same.</summary>
    Open = 2,

    /// <summary>It can't be submitted as it is.</summary>
    Blocking = 3,
}

/// <summary>One rule that a text is held to before a second person gets it.</summary>
/// <param name="Key">Its name within the list.</param>
/// <param name="Words">The rule as it stands, in a few words.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Note">The reason, the next step, or what was counted; null where the words say all.</param>
/// <param name="Steps">What to put right, each with the form's field where it has one.</param>
public sealed record PreflightRule(string Key, string Words, RuleStanding Standing, string? Note, params IReadOnlyList<RuleStep> Steps);

/// <summary>Something to put right.</summary>
/// <param name="Sentence">What is wrong and what to write instead.</param>
/// <param name="Field">The form's field; null where it is none's.</param>
public sealed record RuleStep(string Sentence, string? Field);

/// <summary>All rules for one text, what is to be done first.</summary>
public sealed record PreflightList
{
    /// <summary>Puts them in order.</summary>
    public PreflightList(IEnumerable<PreflightRule> rules) => Rules = [.. rules.OrderByDescending(r => r.Standing)];

    /// <summary>The rules: blocking, open, met.</summary>
    public IReadOnlyList<PreflightRule> Rules { get; }

    /// <summary>How many are met.</summary>
    public int Met => Rules.Count(r => r.Standing is RuleStanding.Met);

    /// <summary>True where it can't be submitted.</summary>
    public bool Blocks => Rules.Any(r => r.Standing is RuleStanding.Blocking);
}
