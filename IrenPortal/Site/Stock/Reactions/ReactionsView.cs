using IrenPortal.Market.EventStudies;
using IrenPortal.Market.EventStudies.Panels;
using IrenPortal.Site.Layout;

namespace IrenPortal.Site.Stock.Reactions;

/// <summary>What the page of all reactions shows. Immutable.</summary>
/// <param name="Chrome">What stands around the content.</param>
/// <param name="Book">Every announcement with its measures.</param>
/// <param name="Query">What the address asks for.</param>
public sealed record ReactionsView(SiteChrome Chrome, ReactionBook Book, ReactionQuery Query)
{
    /// <summary>The announcements asked for, in the order asked for.</summary>
    public IReadOnlyList<MeasuredRelease> Rows { get; } = RowsOf(Book, Query);

    /// <summary>All announcements together, then each category asked for.</summary>
    public IReadOnlyList<ReactionGroup> Groups { get; } =
    [
        new("All releases", null, Book.PanelOf(null, Query.LeavesFlagged)),
        .. Book.Categories.Where(c => Query.Category is null || c == Query.Category).Select(c => new ReactionGroup(c, c, Book.PanelOf(c, Query.LeavesFlagged))),
    ];

    /// <summary>The one average that was named in advance, with every release kept.</summary>
    public PanelMeasure Named => Book.PanelOf(null, excludesFlagged: false).Over(EventWindow.Primary);

    /// <summary>How many ranges of single announcements the page states.</summary>
    public int Ranges => Rows.Count(r => r.Abnormal(Query.Window) is not null);

    /// <summary>How many p values of averages the page states.</summary>
    public int Probabilities => Groups.Sum(g => g.Panel.Windows.Sum(w => PanelRow.All.Count(t => t.Of(w) is not null)));

    /// <summary>The announcements of a category, in an order.</summary>
    public static IReadOnlyList<MeasuredRelease> RowsOf(ReactionBook book, ReactionQuery query) =>
        book.Releases.Where(r => query.Category is null || r.Category == query.Category).Sorted(query);
}

/// <summary>Announcements that are averaged together.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Category">Their category; null for all.</param>
/// <param name="Panel">Their averages.</param>
public sealed record ReactionGroup(string Name, string? Category, Panel Panel);

/// <summary>One row of the table of tests: its technical name, and its statistic and p over a window.</summary>
/// <param name="Name">The name as the literature has it.</param>
/// <param name="Of">The statistic, null where the row has only a p, and the p; null where it can't be computed.</param>
public sealed record PanelRow(string Name, Func<PanelMeasure, (double? Statistic, double P)?> Of)
{
    /// <summary>The seven tests, the MacKinlay one with both of its errors and the sign test also exactly.</summary>
    public static IReadOnlyList<PanelRow> All { get; } =
    [
        new("BMP t (Boehmer, Musumeci, Poulsen)", m => Known(m.Bmp)),
        new("Cross-sectional t", m => Known(m.CrossSectional)),
        new("MacKinlay z, corrected errors", m => Known(m.MacKinlayCorrected)),
        new("MacKinlay z, plain errors", m => Known(m.MacKinlayPlain)),
        new("Patell z", m => Known(m.Patell)),
        new("Corrado rank z", m => Known(m.Rank)),
        new("Sign z", m => Known(m.Sign)),
        new("Sign, exact binomial", m => m.SignExact is { } p ? (null, p) : null),
        new("Generalized sign z (Cowan)", m => Known(m.GeneralizedSign)),
    ];

    private static (double? Statistic, double P)? Known(TestResult? test) => test is { } known ? (known.Statistic, known.P) : null;
}
