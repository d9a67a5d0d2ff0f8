using IrenPortal.Content;
using IrenPortal.Site.Contracts;
using IrenPortal.Tests.Ui.Charts;
using IrenPortal.Ui.Charts;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class ContractTimelineTests
{
    private static ContractTimeline Microsoft => ContractTimeline.Of(Shipped.Contract("microsoft-ai-cloud"), Shipped.Set.Contracts, Shipped.AsOf)!;

    [Fact]
    public void Accepted_and_planned_phases_stand_below_the_orders_and_loans()
    {
        Microsoft.Rows.Select(r => (r.Kind, r.Name, r.Detail)).ShouldBe(
        [
            (TimelineKind.Agreement, "Agreement", "Dated 2 Nov 2025"),
            (TimelineKind.Wording, "Dell equipment", "About $5.81bn"),
            (TimelineKind.Deal, "Financing", "$3.65bn"),
            (TimelineKind.Accepted, "Horizon 1", "50\u00a0MW"),
            (TimelineKind.Planned, "Horizon 2", "50\u00a0MW"),
            (TimelineKind.Planned, "Horizon 3 and 4", "100\u00a0MW"),
        ]);
    }

    [Fact]
    public void The_load_steps_are_those_of_the_phases()
    {
        Microsoft.Accepted.ShouldBe([new LoadStep(new LocalDate(2026, 8, 13), 50)]);
        Microsoft.Expected[^1].ShouldBe(new LoadStep(new LocalDate(2027, 1, 1), 200));
        Microsoft.LoadWords.ShouldBe("200\u00a0MW when all 4 phases run: about $1.94bn a year");
    }

    [Fact]
    public void Bars_end_with_the_year_that_the_contract_names()
    {
        Microsoft.End.ShouldBe(new LocalDate(2031, 12, 31));
        ContractPhases.Note(Microsoft).ShouldContain("End dates by phase are not published, so every bar stops at the end of 2031.");

        var open = ContractTimeline.Of(Shipped.Contract("microsoft-ai-cloud") with { TermNote = "5 years." }, Shipped.Set.Contracts, Shipped.AsOf)!;
        open.End.ShouldBeNull();
        ContractPhases.Note(open).ShouldContain("bars run on to the edge");
    }

    [Fact]
    public void A_phase_without_a_date_gets_words_and_no_bar()
    {
        var contract = Shipped.Contract("microsoft-ai-cloud");
        var timeline = ContractTimeline.Of(contract with { Phases = [contract.Phases[0], new ContractPhase("Horizon 2", 50, "construction", "early 2027", null, false)] }, [], Shipped.AsOf)!;

        timeline.Rows[^1].Kind.ShouldBe(TimelineKind.Wording);
        timeline.Rows[^1].Words.ShouldBe("Construction, early 2027");
        timeline.Expected.ShouldBeEmpty();
        ContractTimelineDrawing.Make(timeline, wide: true).Marks.OfType<Block>().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("nvidia-ai-cloud")]
    [InlineData("dell-gb300-order")]
    [InlineData("nvidia-partnership")]
    public void Contracts_without_phases_have_no_timeline(string slug) =>
        ContractTimeline.Of(Shipped.Contract(slug), Shipped.Set.Contracts, Shipped.AsOf).ShouldBeNull();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_drawing_reads(bool wide)
    {
        ContractTimelineDrawing.Make(Microsoft, wide).ShouldBeReadable(184, 4);
        ContractTimelineDrawing.Make(ContractTimeline.Of(Shipped.Contract("microsoft-ai-cloud"), [], new LocalDate(2025, 11, 3))!, wide).ShouldBeReadable(184, 4);
        ContractTimelineDrawing.Make(ContractTimeline.Of(Shipped.Contract("microsoft-ai-cloud"), [], new LocalDate(2033, 1, 3))!, wide).ShouldBeReadable(184, 4);
    }

    [Theory]
    [InlineData("target Q4 2026", "2026-10-01", "2027-01-01")]
    [InlineData("Q1 2027", "2027-01-01", "2027-04-01")]
    public void A_target_quarter_is_read_from_its_words(string words, string from, string to)
    {
        var quarter = ContractSchedule.TargetQuarter(new ContractPhase("P", null, null, words, null, false));

        quarter!.Value.From.ToString("uuuu-MM-dd", null).ShouldBe(from);
        quarter.Value.To.ToString("uuuu-MM-dd", null).ShouldBe(to);
    }

    [Theory]
    [InlineData("early 2027")]
    [InlineData("Q5 2027")]
    [InlineData("Q4 9999")]
    [InlineData(null)]
    public void No_quarter_is_made_up(string? words) =>
        ContractSchedule.TargetQuarter(new ContractPhase("P", null, null, words, null, false)).ShouldBeNull();

    [Fact]
    public void Value_and_funding_stand_to_one_scale()
    {
        var funding = ContractFunding.Of(Shipped.Contract("microsoft-ai-cloud"), Shipped.Set.Contracts)!;

        funding.Bars.Select(b => (b.Name, b.Detail, b.Sum)).ShouldBe(
            [("Contract value", "through 2031", 9_700_000_000m), ("Equipment", "Dell", 5_810_000_000m), ("Paid for by", "about 96% of equipment", 5_590_000_000m)]);
        funding.Bars[2].Rest!.Label.ShouldBe("$220m from other sources");
        var drawing = ContractFundingDrawing.Make(funding, wide: true);
        var blocks = drawing.Marks.OfType<Block>().ToList();
        blocks[0].X2.ShouldBe(1);
        blocks[1].X2.ShouldBe(5.81 / 9.7, 1e-9);
        blocks[3].X2.ShouldBe(5.59 / 9.7, 1e-9);
        drawing.ShouldBeReadable(184, 4);
        ContractFundingDrawing.Make(funding, wide: false).ShouldBeReadable(0, 4);
    }

    [Fact]
    public void A_contract_without_spend_has_nothing_to_lay_its_value_beside() =>
        ContractFunding.Of(Shipped.Contract("dell-gb300-order"), Shipped.Set.Contracts).ShouldBeNull();
}
