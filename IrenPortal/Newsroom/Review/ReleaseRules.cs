namespace IrenPortal.Newsroom.Review;

/// <summary>Whether a release needs somebody besides its author.</summary>
public enum SecondPersonRule
{
    /// <summary>Nobody releases what they wrote.</summary>
    Required = 1,

    /// <summary>An editor may release alone; the release is then marked so.</summary>
    Optional = 2,
}

/// <summary>What <c>Newsroom:SecondPerson</c> says.</summary>
public sealed record ReleaseRules(SecondPersonRule SecondPerson)
{
    /// <summary>Reads the setting; without one a second person is required.</summary>
    /// <exception cref="FormatException">The value is none of the two words.</exception>
    public static ReleaseRules From(IConfiguration configuration) => configuration["Newsroom:SecondPerson"] switch
    {
        null => new ReleaseRules(SecondPersonRule.Required),
        var word when string.Equals(word, nameof(SecondPersonRule.Required), StringComparison.OrdinalIgnoreCase) => new ReleaseRules(SecondPersonRule.Required),
        var word when string.Equals(word, nameof(SecondPersonRule.Optional), StringComparison.OrdinalIgnoreCase) => new ReleaseRules(SecondPersonRule.Optional),
        var word => throw new FormatException($"Newsroom:SecondPerson: '{word}' is no rule; write Required or Optional"),
    };
}
