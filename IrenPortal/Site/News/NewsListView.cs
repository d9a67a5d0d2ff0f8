using IrenPortal.Site.Layout;
using IrenPortal.Site.Search;

namespace IrenPortal.Site.News;

/// <summary>What a reader asked the list for; every part may be missing.</summary>
/// <param name="Text">Words to find.</param>
/// <param name="Year">Calendar year in the company's zone.</param>
/// <param name="Category">A category.</param>
/// <param name="Tag">A tag.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Party">The other party of the contract that a release names.</param>
public sealed record NewsQuery(string? Text = null, int? Year = null, string? Category = null, string? Tag = null, int Page = 1, string? Party = null)
{
    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => Text is not null || Year is not null || Category is not null || Tag is not null || Party is not null;

    /// <summary>The address that asks for this.</summary>
    public string Href
    {
        get
        {
            var fields = new List<string>();
            Add("q", Text);
            Add("year", Year is { } year ? Ui.Formats.Format.Year(year) : null);
            Add("category", Category);
            Add("tag", Tag);
            Add("party", Party);
            Add("page", Page > 1 ? Ui.Formats.Format.Year(Page) : null);
            return fields.Count == 0 ? "/news" : "/news?" + string.Join('&', fields);

            void Add(string name, string? value)
            {
                if (value is not null)
                {
                    fields.Add($"{name}={Uri.EscapeDataString(value)}");
                }
            }
        }
    }
}

/// <summary>One page of the list of announcements.</summary>
public sealed record NewsListView
{
    /// <summary>What stands around the content.</summary>
    public required SiteChrome Chrome { get; init; }

    /// <summary>What was asked for, as far as it could be read.</summary>
    public required NewsQuery Query { get; init; }

    /// <summary>The page's announcements, newest first.</summary>
    public required IReadOnlyList<CardView> Cards { get; init; }

    /// <summary>How many announcements match, on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>How many stand on a page.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Years in which there are announcements, newest first.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>How many of the matches fall in each year.</summary>
    public IReadOnlyDictionary<int, int> YearCounts { get; init; } = new Dictionary<int, int>();

    /// <summary>All releases by year, category, tag and party; null leaves it out.</summary>
    public NewsArchive? Archive { get; init; }

    /// <summary>Words near to those that nothing matched; null where there are none.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The words as the index was asked for them.</summary>
    public SearchQuestion? Question => Query.Text is { } text ? SearchQuestion.Of(text) : null;
}
