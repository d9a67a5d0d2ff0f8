namespace IrenPortal.Data.Public.Search;

/// <summary>
/// The tokens of a current edition, field by field, each token with a blank before it and one at the end: in these, phrases are
/// looked for. A projection that <c>verify</c> rebuilds and compares.
/// </summary>
public sealed class SearchEntry
{
    /// <summary>The edition's ledger number.</summary>
    public required long Number { get; init; }

    public required string Headline { get; init; }

    public required string Summary { get; init; }

    /// <summary>Everything else: category, tags and text.</summary>
    public required string Text { get; init; }
}

/// <summary>
/// A word of the current editions as it is spelled there without case and accents, for telling a slip of the hand. A projection
/// that <c>verify</c> rebuilds and compares.
/// </summary>
public sealed class SearchWord
{
    /// <summary>Three letters or more of the Latin alphabet.</summary>
    public required string Word { get; init; }

    /// <summary>How many current editions have it.</summary>
    public required int Documents { get; set; }
}
