namespace IrenPortal.Newsroom.Filings;

/// <summary>What <c>Filings:*</c> says, checked once at the start.</summary>
/// <param name="Address">The list that is asked for by itself; null without one.</param>
public sealed record FilingSettings(FilingAddress? Address)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">A value can't be used; the message is one line that names its key.</exception>
    public static FilingSettings From(IConfiguration configuration) => new(FilingAddress.From(configuration));
}
