using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Layout;
using IrenPortal.Site.Published;
using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Site.Stock.History;

/// <summary>What the page of prices shows. Immutable.</summary>
public sealed record HistoryView
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>What stands around the content.</summary>
    public required SiteChrome Chrome { get; init; }

    /// <summary>What was asked for.</summary>
    public required HistoryQuery Query { get; init; }

    /// <summary>The symbols that can be asked for, the share first; none without prices.</summary>
    public IReadOnlyList<SymbolChoice> Choices { get; init; } = [];

    /// <summary>The prices asked for; null where there are none at all.</summary>
    public PriceSeries? Series { get; init; }

    /// <summary>The sessions of the symbol.</summary>
    public ExchangeCalendar Calendar { get; init; } = ExchangeCalendar.UsEquities;

    /// <summary>The last session of that calendar that has closed.</summary>
    public LocalDate LastClosed { get; init; }

    /// <summary>The day asked for; null where a range is shown or a field can't be read.</summary>
    public PriceDay? Day { get; init; }

    /// <summary>The benchmark's move on that day; null where it is not known or is the symbol itself.</summary>
    public decimal? BenchmarkFraction { get; init; }

    /// <summary>The range in figures; null where a day is shown or it has no session.</summary>
    public PriceSummary? Summary { get; init; }

    /// <summary>The first day of the range, the earlier one of two that were given in reverse.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day of the range.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The closes of the range, in shares of the newest bar.</summary>
    public PriceHistory Drawn { get; init; } = new([], []);

    /// <summary>The rows of the page, newest first; for one day the session and those beside it.</summary>
    public IReadOnlyList<SessionLine> Rows { get; init; } = [];

    /// <summary>The company's releases by day, where the symbol is its share.</summary>
    public ILookup<LocalDate, RowRelease>? Releases { get; init; }

    /// <summary>Whether two days were given in reverse.</summary>
    public bool Swapped => Query.From.Value > Query.To.Value;

    /// <summary>Builds the view.</summary>
    public static HistoryView Of(SiteMoment moment, HistoryQuery query)
    {
        var site = moment.Site;
        var choices = SymbolChoice.WithShare(site);
        var choice = choices.FirstOrDefault(c => c.Symbol == (query.Symbol ?? site.Company.Ticker)) ?? (choices.Count > 0 ? choices[0] : null);
        var view = new HistoryView { Chrome = moment.Chrome, Query = query, Choices = choices };
        if (choice is null)
        {
            return view;
        }

        var calendar = site.CalendarOf(choice.Symbol);
        view = view with
        {
            Series = choice.Series,
            Calendar = calendar,
            LastClosed = calendar.LastClosedSession(moment.AsOf),
            Releases = choice.Symbol == site.Company.Ticker ? RowRelease.ByDay(site) : null,
        };
        return query.HasErrors ? view : query.Day.Value is { } date ? OfDay(view, site, date) : OfRange(view, site);
    }

    private static HistoryView OfDay(HistoryView view, PublishedSite site, LocalDate date)
    {
        var day = PriceDay.Of(view.Series!, view.Calendar, date);
        var benchmark = view.Series != site.Benchmark && site.Benchmark?.BarOn(date) is { } bar
            ? SessionLine.Of(site.Benchmark, site.CalendarOf(site.Benchmark.Symbol), [bar])[0].ChangeFraction
            : null;
        return view with { Day = day, BenchmarkFraction = benchmark, Rows = [.. new[] { day.After, day.Line, day.Before }.OfType<SessionLine>()] };
    }

    private static HistoryView OfRange(HistoryView view, PublishedSite site)
    {
        var (series, query) = (view.Series!, view.Query);
        var (from, to) = view.Swapped ? (query.To.Value, query.From.Value) : (query.From.Value, query.To.Value);
        var bars = series.Range(from, to);
        var skip = Math.Min((query.Page - 1L) * PageSize, bars.Count);
        return view with
        {
            From = from,
            To = to,
            Summary = PriceSummary.Of(series, view.Calendar, from, to),
            Drawn = Prices.History(series, bars, view.Releases is null ? [] : site.Measures.Releases),
            Rows = SessionLine.Of(series, view.Calendar, bars.Reverse().Skip((int)skip).Take(PageSize)),
        };
    }
}
