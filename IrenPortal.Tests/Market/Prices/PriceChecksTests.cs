using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Tests.Market.Data;
using NodaTime;

namespace IrenPortal.Tests.Market.Prices;

public sealed class PriceChecksTests
{
    private static readonly LocalDate Tuesday = new(2024, 5, 14);
    private static readonly Bar Good = new(Tuesday, 10, 12, 9, 11, 1_000);

    [Fact]
    public void Plausible_bars_have_no_issue()
    {
        PriceChecks.IssuesOf(Good).ShouldBeEmpty();
        PriceChecks.IssuesOf(Good with { Volume = 0 }).ShouldBeEmpty();
        PriceChecks.IssuesOf(new Bar(Tuesday, null, null, null, 11, null)).ShouldBeEmpty();
        PriceChecks.IssuesOf(RepositoryFiles.Prices("IREN").Bars, ExchangeCalendar.UsEquities).ShouldBeEmpty();
    }

    [Fact]
    public void Prices_out_of_order_are_named()
    {
        PriceChecks.IssuesOf(Good with { Open = 8 }).ShouldHaveSingleItem().ShouldStartWith("the open 8 is below the low 9");
        PriceChecks.IssuesOf(Good with { Close = 13 }).ShouldHaveSingleItem().ShouldStartWith("the close 13 is above the high 12");
        PriceChecks.IssuesOf(new Bar(Tuesday, null, 9, 10, 9.5m, null)).ShouldContain(issue => issue.StartsWith("the high 9 is below the low 10"));
    }

    [Fact]
    public void Prices_must_be_positive_and_volumes_not_negative()
    {
        PriceChecks.IssuesOf(Good with { Low = 0 }).ShouldHaveSingleItem().ShouldStartWith("the low 0 must be");
        PriceChecks.IssuesOf(Good with { Close = -1, Low = null }).ShouldHaveSingleItem().ShouldStartWith("the close -1 must be");
        PriceChecks.IssuesOf(new Bar(Tuesday, null, null, null, decimal.MaxValue, null)).ShouldHaveSingleItem();
        PriceChecks.IssuesOf(Good with { Volume = -1 }).ShouldHaveSingleItem().ShouldStartWith("the volume -1 must be");
    }

    [Fact]
    public void Rows_are_checked_against_each_other_and_the_calendar()
    {
        var issues = PriceChecks.IssuesOf(
            [Good, Good, Good with { Date = new LocalDate(2024, 5, 18) }, Good with { Date = new LocalDate(1990, 1, 2) }],
            ExchangeCalendar.UsEquities);

        issues.ShouldContain(issue => issue.Row == 1 && issue.Sentence.Contains("dates must ascend"));
        issues.ShouldContain(issue => issue.Row == 2 && issue.Sentence.Contains("did not trade on 2024-05-18"));
        issues.ShouldContain(issue => issue.Row == 3 && issue.Sentence.Contains("outside 1998-01-01"));
        issues.ShouldAllBe(issue => issue.Row > 0);
    }

    [Fact]
    public void Actions_are_checked_against_the_price_that_they_act_on()
    {
        var series = SmallSeries.Closes(100, 110, 121);

        Issues(new CorporateAction(Tuesday, CorporateActionKind.Dividend, 1), new CorporateAction(Tuesday, CorporateActionKind.Split, 2)).ShouldBeEmpty();
        Issues(new CorporateAction(Tuesday, CorporateActionKind.Dividend, 100)).ShouldHaveSingleItem().Sentence.ShouldContain("below the close before 2024-05-14");
        Issues(new CorporateAction(Tuesday, CorporateActionKind.Split, 0)).ShouldHaveSingleItem().Sentence.ShouldContain("new shares for one old share");
        Issues(new CorporateAction(Tuesday, CorporateActionKind.Split, 2), new CorporateAction(Tuesday, CorporateActionKind.Split, 2))
            .ShouldHaveSingleItem().Row.ShouldBe(1);

        IReadOnlyList<PriceIssue> Issues(params CorporateAction[] actions) => PriceChecks.IssuesOf(actions, series);
    }
}
