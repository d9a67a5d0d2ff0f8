using IrenPortal.Market.Calendar;
using IrenPortal.Market.Investments;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Layout;
using IrenPortal.Site.Published;
using IrenPortal.Ui;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Stock.Calculator;

/// <summary>What the calculator shows. Immutable.</summary>
public sealed record CalculatorView
{
    /// <summary>What stands around the content.</summary>
    public required SiteChrome Chrome { get; init; }

    /// <summary>What was asked for.</summary>
    public required CalculatorQuery Query { get; init; }

    /// <summary>The prices of what the sum is put into; null where the site has none at all.</summary>
    public PriceSeries? Series { get; init; }

    /// <summary>The prices that it is compared with; null for none.</summary>
    public PriceSeries? AgainstSeries { get; init; }

    /// <summary>The sessions of the symbol.</summary>
    public ExchangeCalendar Calendar { get; init; } = ExchangeCalendar.UsEquities;

    /// <summary>The sum put in.</summary>
    public decimal Amount { get; init; } = CalculatorChoices.UsualAmount;

    /// <summary>The wanted day of the purchase.</summary>
    public LocalDate From { get; init; }

    /// <summary>The wanted last day.</summary>
    public LocalDate To { get; init; }

    /// <summary>What the sum became; null where a field can't be used.</summary>
    public InvestmentPath? Path { get; init; }

    /// <summary>What it became in the other symbol over the same sessions; null where that can't be said.</summary>
    public InvestmentPath? Other { get; init; }

    /// <summary>What is to be put right, with the field that it stands in.</summary>
    public IReadOnlyList<FormIssue> Issues { get; init; } = [];

    /// <summary>The sentence for a field; null where nothing is wrong with it.</summary>
    public string? ErrorOf(string field) => Issues.FirstOrDefault(i => i.FieldId == "field-" + field)?.Sentence;

    /// <summary>The same question with every answer to it in the address, so that newer prices don't change it.</summary>
    public CalculatorQuery Kept => Query with
    {
        Amount = new FieldEntry<decimal>(Amount, Amount.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)),
        From = new FieldEntry<LocalDate>(From, Format.Machine(From)),
        To = new FieldEntry<LocalDate>(To, Format.Machine(To)),
    };

    /// <summary>Works it out.</summary>
    public static CalculatorView Of(SiteMoment moment, CalculatorQuery query)
    {
        var view = new CalculatorView { Chrome = moment.Chrome, Query = query };
        if (query.Usual.Symbols.FirstOrDefault(s => s.Symbol == query.Symbol)?.Series is not { Last: { } last } series)
        {
            return view;
        }

        var calendar = moment.Site.CalendarOf(series.Symbol);
        var to = query.To.Value ?? last.Date;
        view = view with
        {
            Series = series,
            AgainstSeries = query.Usual.Symbols.FirstOrDefault(s => s.Symbol == query.Against)?.Series,
            Calendar = calendar,
            Amount = query.Amount.Value ?? CalculatorChoices.UsualAmount,
            From = query.From.Value ?? YearBefore(to < last.Date ? to : last.Date, series),
            To = to,
        };
        view = view with { Issues = [.. IssuesOf(view, series, last)] };
        if (view.Issues.Count > 0)
        {
            return view;
        }

        var path = InvestmentPath.Compute(series, calendar, view.Amount, view.From, view.To, query.Dividends)!;
        return view with { Path = path, Other = view.AgainstSeries is { } other ? path.In(other) : null };
    }

    // A session, so that an address without a day never lands on a weekend; the first of all where prices are younger than a year.
    private static LocalDate YearBefore(LocalDate to, PriceSeries series) =>
        (series.Bars.LastOrDefault(b => b.Date <= to.PlusYears(-1)) ?? series.Bars[0]).Date;

    private static IEnumerable<FormIssue> IssuesOf(CalculatorView view, PriceSeries series, Bar last)
    {
        var (query, first) = (view.Query, series.Bars[0].Date);
        foreach (var (field, error) in new[] { ("amount", query.Amount.Error), ("from", query.From.Error), ("to", query.To.Error) })
        {
            if (error is not null)
            {
                yield return new FormIssue("field-" + field, error);
            }
        }

        if (query.From.Error is not null || query.To.Error is not null)
        {
            yield break;
        }

        if (view.To < first)
        {
            yield return new FormIssue("field-to", $"The prices of {series.Symbol} begin on {Format.Date(first)}. Choose a later day.");
        }
        else if (view.From < first)
        {
            yield return new FormIssue("field-from", $"The prices of {series.Symbol} begin on {Format.Date(first)}. Choose that day or a later one.");
        }
        else if (view.From > last.Date)
        {
            yield return new FormIssue("field-from", $"The newest price of {series.Symbol} is of {Format.Date(last.Date)}. Choose that day or an earlier one.");
        }
        else if (view.From > view.To)
        {
            yield return new FormIssue("field-to", $"The last day is before the purchase on {Format.Date(view.From)}. Choose a later one.");
        }
        else if (series.Range(view.From, view.To).Count == 0)
        {
            yield return new FormIssue("field-to", "There is no session between the two days. Choose a later last day.");
        }
    }
}
