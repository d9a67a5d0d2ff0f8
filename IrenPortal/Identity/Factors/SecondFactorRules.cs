namespace IrenPortal.Identity.Factors;

/// <summary>What <c>Identity:SecondFactor</c> says.</summary>
/// <param name="Required">True where a password alone opens nothing but enrolment.</param>
public sealed record SecondFactorRules(bool Required)
{
    /// <summary>Reads the setting; without one a second factor is required.</summary>
    /// <exception cref="FormatException">The value is none of the two words.</exception>
    public static SecondFactorRules From(IConfiguration configuration) => configuration["Identity:SecondFactor"] switch
    {
        null => new SecondFactorRules(true),
        var word when string.Equals(word, "Required", StringComparison.OrdinalIgnoreCase) => new SecondFactorRules(true),
        var word when string.Equals(word, "Optional", StringComparison.OrdinalIgnoreCase) => new SecondFactorRules(false),
        var word => throw new FormatException($"Identity:SecondFactor: '{word}' is no rule; write Required or Optional"),
    };
}
