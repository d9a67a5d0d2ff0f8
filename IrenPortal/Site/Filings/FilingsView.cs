using IrenPortal.Site.Layout;
using IrenPortal.Site.Published;

namespace IrenPortal.Site.Filings;

/// <summary>A choice of a filter and how many filings it would leave.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Count">How many filings there are of it, by the other filter.</param>
public sealed record FilingChoice(string Value, int Count);

/// <summary>One page of the list of filings.</summary>
public sealed record FilingsView
{
    /// <summary>How many filings stand on a page.</summary>
    public const int PageSize = 25;

    /// <summary>What stands around the content.</summary>
    public required SiteChrome Chrome { get; init; }

    /// <summary>What was asked for, as far as it could be read.</summary>
    public required FilingQuery Query { get; init; }

    /// <summary>The page's filings, newest first.</summary>
    public required IReadOnlyList<FilingRow> Rows { get; init; }

    /// <summary>How many filings match, on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>Whether any filing was brought in.</summary>
    public required bool HasAny { get; init; }

    /// <summary>The forms that there are, the most frequent first.</summary>
    public required IReadOnlyList<FilingChoice> Forms { get; init; }

    /// <summary>The years that there are, newest first.</summary>
    public required IReadOnlyList<FilingChoice> Years { get; init; }

    /// <summary>The view of a moment.</summary>
    public static FilingsView Of(SiteMoment moment, FilingQuery query) => Of(moment.Chrome, FilingBook.Of(moment.Site), query);

    /// <summary>The view of a book.</summary>
    public static FilingsView Of(SiteChrome chrome, FilingBook book, FilingQuery query)
    {
        var found = query.Of(book.Filings).ToList();
        return new FilingsView
        {
            Chrome = chrome,
            Query = query,
            Rows = [.. found.Skip((int)Math.Min((query.Page - 1L) * PageSize, int.MaxValue)).Take(PageSize).Select(book.RowOf)],
            Total = found.Count,
            HasAny = book.Filings.Count > 0,
            Forms = [.. (query with { Form = null }).Of(book.Filings).GroupBy(f => f.Form.ToUpperInvariant(), StringComparer.Ordinal)
                .Select(g => new FilingChoice(g.Key, g.Count())).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal)],
            Years = [.. (query with { Year = null }).Of(book.Filings).GroupBy(f => f.FiledOn.Year).OrderByDescending(g => g.Key)
                .Select(g => new FilingChoice(Ui.Formats.Format.Year(g.Key), g.Count()))],
        };
    }
}
