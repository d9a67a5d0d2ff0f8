using System.Text;
using System.Text.Json;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.EventStudies;

namespace IrenPortal.Tests.Market.EventStudies;

/// <summary>Every number of the published cases, to 1e-9.</summary>
public sealed class WorkedCaseTests
{
    [Theory]
    [InlineData("S01-real-after-close")]
    [InlineData("S04-refused")]
    [InlineData("S05-partial-confounded")]
    public void A_study_gives_every_expected_number(string name)
    {
        var asked = WorkedCases.Json($"{name}/case.json");
        var others = asked.TryGetProperty("other_events", out var list)
            ? list.EnumerateArray().Select(o => new OtherEvent(WorkedCases.Moment(o.GetProperty("announced_at").GetString()!), o.GetProperty("label").GetString())).ToList()
            : [];

        var study = StudyRun.Of(
            WorkedCases.Series($"{name}/firm.csv"), WorkedCases.Series($"{name}/index.csv"),
            WorkedCases.Moment(asked.GetProperty("announced_at").GetString()!), ExchangeCalendar.UsEquities, others);

        WorkedCases.Differences(WorkedCases.Json($"{name}/expected.json"), Written(study, name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("market", ReturnModel.Market)]
    [InlineData("mean_adjusted", ReturnModel.MeanAdjusted)]
    [InlineData("market_adjusted", ReturnModel.MarketAdjusted)]
    public void The_models_give_the_case_worked_by_hand(string name, ReturnModel kind)
    {
        var all = WorkedCases.Json("S03-hand-worked/expected.json");
        var (inputs, expected) = (all.GetProperty("inputs"), all.GetProperty("models").GetProperty(name));
        double[] Of(string key) => [.. inputs.GetProperty(key).EnumerateArray().Select(v => v.GetDouble())];
        var model = FittedModel.Fit(kind, Of("estimation_firm_returns"), Of("estimation_index_returns"));
        var (firm, index) = (Of("event_firm_returns"), Of("event_index_returns"));

        model.Sigma.ShouldBe(expected.GetProperty("params").GetProperty("sigma").GetDouble(), 1e-12);
        if (kind == ReturnModel.Market)
        {
            model.Beta.ShouldBe(271.0 / 180, 1e-12);
            model.Alpha.ShouldBe(expected.GetProperty("params").GetProperty("alpha").GetDouble(), 1e-12);
            model.RSquared!.Value.ShouldBe(expected.GetProperty("params").GetProperty("r_squared").GetDouble(), 1e-12);
        }

        for (var i = 0; i < 3; i++)
        {
            ShouldBe(model.Cumulate(firm.AsSpan(i, 1), index.AsSpan(i, 1)), expected.GetProperty("ar").GetProperty($"{i - 1}"), "ar");
        }

        ShouldBe(model.Cumulate(firm.AsSpan(1, 1), index.AsSpan(1, 1)), expected.GetProperty("car").GetProperty("(0,0)"), "car");
        ShouldBe(model.Cumulate(firm, index), expected.GetProperty("car").GetProperty("(-1,1)"), "car");
    }

    private static void ShouldBe(Estimate estimate, JsonElement expected, string name)
    {
        estimate.Value.ShouldBe(expected.GetProperty(name).GetDouble(), 1e-12);
        estimate.PlainError.ShouldBe(expected.GetProperty("se_plain").GetDouble(), 1e-12);
        estimate.CorrectedError.ShouldBe(expected.GetProperty("se_corrected").GetDouble(), 1e-12);
        estimate.PlainT.ShouldBe(expected.GetProperty("t_plain").GetDouble(), 1e-8);
        estimate.T.ShouldBe(expected.GetProperty("t_corrected").GetDouble(), 1e-8);
        estimate.PlainP.ShouldBe(expected.GetProperty("p_plain").GetDouble(), 1e-10);
        estimate.P.ShouldBe(expected.GetProperty("p_corrected").GetDouble(), 1e-10);
    }

    private static JsonElement Written(EventStudy study, string id)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            StudyJson.Write(json, study, ExchangeCalendar.UsEquities, id);
        }

        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
    }
}
