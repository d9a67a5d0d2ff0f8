using IrenPortal.Data.Public;
using IrenPortal.Site.Layout;

namespace IrenPortal.Site.Search;

/// <summary>A page of what a search found.</summary>
/// <param name="Chrome">What stands around the content.</param>
/// <param name="Query">What was asked for, as far as it could be read.</param>
/// <param name="Found">What was found; null where nothing was asked for.</param>
/// <param name="Suggestion">What may have been meant; null where something was found or nothing is near.</param>
public sealed record SearchView(SiteChrome Chrome, SearchQuery Query, FoundThings? Found, string? Suggestion)
{
    /// <summary>How many stand on a page.</summary>
    public const int PageSize = 20;

    /// <summary>The words as the index was asked for them.</summary>
    public SearchQuestion? Question { get; } = Query.Text is { } text ? SearchQuestion.Of(text) : null;

    /// <summary>A kind in the plural.</summary>
    public static string Many(EditionKind kind) => kind switch
    {
        EditionKind.Announcement => "Releases",
        EditionKind.Contract => "Contracts",
        EditionKind.Event => "Events",
        _ => "Pages",
    };

    /// <summary>A kind as a row names it.</summary>
    public static string One(EditionKind kind) => kind switch
    {
        EditionKind.Announcement => "Release",
        EditionKind.Contract => "Contract",
        EditionKind.Event => "Event",
        _ => "Page",
    };
}
