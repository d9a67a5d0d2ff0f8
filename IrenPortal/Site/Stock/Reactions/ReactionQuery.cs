using IrenPortal.Hosting;
using IrenPortal.Market.EventStudies;

namespace IrenPortal.Site.Stock.Reactions;

/// <summary>What an address asks of the announcements' measures, normalised: equal queries have equal addresses.</summary>
/// <param name="Category">A category that has announcements; null for all.</param>
/// <param name="Sort">What they are sorted by.</param>
/// <param name="Descending">From the greatest to the least.</param>
/// <param name="Window">The window whose abnormal return is shown.</param>
/// <param name="Charts">A small chart each instead of a table.</param>
/// <param name="LeavesFlagged">Leaves announcements that have another one in the window out of averages.</param>
public sealed record ReactionQuery(string? Category, ReactionSort Sort, bool Descending, EventWindow Window, bool Charts, bool LeavesFlagged)
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/stock/reactions";

    /// <summary>The value of <c>view</c> for small charts.</summary>
    public const string ChartsValue = "charts";

    /// <summary>The value of <c>flagged</c> that leaves them out.</summary>
    public const string LeaveValue = "leave";

    private const string AscendingValue = "asc";

    /// <summary>Every announcement, newest first, over the window that was named in advance.</summary>
    public static ReactionQuery Usual { get; } = new(null, ReactionSort.Released, Descending: true, EventWindow.Primary, Charts: false, LeavesFlagged: false);

    /// <summary>Reads an address; what it doesn't know or can't read is left out.</summary>
    /// <param name="fields">The query.</param>
    /// <param name="categories">The categories that have announcements.</param>
    public static ReactionQuery Read(QueryFields fields, IReadOnlyList<string> categories)
    {
        var (category, window, sort) = (fields.Text("category"), fields.Text("window"), fields.Text("sort"));
        return new ReactionQuery(
            categories.FirstOrDefault(c => Is(c, category)),
            (ReactionSort)Math.Max(0, ReactionSorting.Words.ToList().FindIndex(w => Is(w, sort))),
            !Is(fields.Text("dir"), AscendingValue),
            EventWindow.Standard.Where(w => Is(Value(w), window)).DefaultIfEmpty(EventWindow.Primary).First(),
            Is(fields.Text("view"), ChartsValue),
            Is(fields.Text("flagged"), LeaveValue)).Normal();
    }

    /// <summary>A window as addresses write it: <c>-1,1</c>.</summary>
    public static string Value(EventWindow window) => FormattableString.Invariant($"{window.First},{window.Last}");

    /// <summary>Whether anything is narrowed or chosen that a reader may want to take back.</summary>
    public bool IsFiltered => Category is not null || Window != EventWindow.Primary || LeavesFlagged;

    /// <summary>The address of the page in this state; what is usual is left out.</summary>
    public string Href => Address(Path, Charts ? ChartsValue : null, LeavesFlagged ? LeaveValue : null);

    /// <summary>The address of the same announcements as CSV, which has every window and no averages.</summary>
    public string CsvHref => Address(Path + ".csv", null, null);

    /// <summary>The same sorted by another column, or the other way round where it is sorted by it already.</summary>
    public ReactionQuery By(ReactionSort sort) => (this with { Sort = sort, Descending = sort != Sort || !Descending }).Normal();

    /// <summary>The same over another window.</summary>
    public ReactionQuery Over(EventWindow window) => (this with { Window = window }).Normal();

    // The sum over day 0 alone is the abnormal return of day 0.
    private ReactionQuery Normal() => Sort == ReactionSort.Car && Window == EventWindow.DayZero ? this with { Sort = ReactionSort.Abnormal } : this;

    private string Address(string path, string? view, string? flagged)
    {
        var window = Window == EventWindow.Primary || (path != Path && Sort is not (ReactionSort.Car or ReactionSort.Range)) ? null : Value(Window);
        var fields = new (string Name, string? Value)[]
        {
            ("category", Category is null ? null : Uri.EscapeDataString(Category)),
            ("window", window),
            ("flagged", flagged),
            ("sort", Sort == ReactionSort.Released ? null : Sort.Word()),
            ("dir", Descending ? null : AscendingValue),
            ("view", view),
        }.Where(f => f.Value is not null).Select(f => $"{f.Name}={f.Value}").ToList();
        return fields.Count == 0 ? path : path + "?" + string.Join('&', fields);
    }

    private static bool Is(string? word, string? value) => string.Equals(word, value, StringComparison.OrdinalIgnoreCase);
}
