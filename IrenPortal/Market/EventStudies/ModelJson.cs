using System.Text.Json;

namespace IrenPortal.Market.EventStudies;

/// <summary>The part of a study's JSON that each model writes: its parameters, the days and the windows.</summary>
internal static class ModelJson
{
    /// <summary>Writes all of them as <c>models</c>: by model, then by kind of return.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ModelStudy> models)
    {
        json.WriteStartObject("models");
        foreach (var model in models.GroupBy(m => m.Model.Kind))
        {
            json.WriteStartObject(model.Key switch
            {
                ReturnModel.Market => "market",
                ReturnModel.MeanAdjusted => "mean_adjusted",
                _ => "market_adjusted",
            });
            foreach (var study in model)
            {
                json.WriteStartObject(study.Returns == ReturnKind.Simple ? "simple" : "log");
                WriteParameters(json, study.Model);
                json.WriteStartObject("ar");
                foreach (var day in study.Days)
                {
                    WriteDay(json, day);
                }

                json.WriteEndObject();
                json.WriteStartObject("car");
                foreach (var window in study.Windows)
                {
                    WriteWindow(json, window);
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the fitted parameters as <c>params</c>.</summary>
    public static void WriteParameters(Utf8JsonWriter json, FittedModel model)
    {
        json.WriteStartObject("params");
        switch (model.Kind)
        {
            case ReturnModel.Market:
                json.WriteNumber("alpha", model.Alpha);
                json.WriteNumber("beta", model.Beta);
                break;
            case ReturnModel.MeanAdjusted:
                json.WriteNumber("mean", model.Alpha);
                break;
        }

        json.WriteNumber("sigma", model.Sigma);
        json.WriteKnown("r_squared", model.RSquared);
        json.WriteKnown("alpha_se", model.AlphaError);
        json.WriteKnown("beta_se", model.BetaError);
        json.WriteKnown("index_mean", model.IndexMean);
        json.WriteKnown("index_sxx", model.IndexSumOfSquares);
        json.WriteNumber("df", model.DegreesOfFreedom);
        json.WriteNumber("M", model.Observations);
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, AbnormalReturn day)
    {
        json.WriteStartObject(FormattableString.Invariant($"{day.Day}"));
        json.WriteKnown("session", day.Session);
        json.WriteNumber("firm_return", day.FirmReturn);
        json.WriteNumber("index_return", day.IndexReturn);
        json.WriteNumber("expected_return", day.ExpectedReturn);
        json.WriteNumber("ar", day.Abnormal.Value);
        WriteErrors(json, day.Abnormal);
        json.WriteEndObject();
    }

    private static void WriteWindow(Utf8JsonWriter json, CumulativeAbnormalReturn window)
    {
        json.WriteStartObject(window.Window.Name);
        json.WriteString("status", window.Sum is null ? "not_available" : "ok");
        if (window.Sum is { } sum)
        {
            json.WriteNumber("L", window.Window.Length);
            json.WriteNumber("car", sum.Value);
            WriteErrors(json, sum);
        }
        else
        {
            json.WriteStartArray("missing_days");
            foreach (var day in window.MissingDays)
            {
                json.WriteNumberValue(day);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, Estimate estimate)
    {
        json.WriteNumber("se_plain", estimate.PlainError);
        json.WriteNumber("t_plain", estimate.PlainT);
        json.WriteNumber("p_plain", estimate.PlainP);
        json.WriteNumber("se_corrected", estimate.CorrectedError);
        json.WriteNumber("t_corrected", estimate.T);
        json.WriteNumber("p_corrected", estimate.P);
    }
}
