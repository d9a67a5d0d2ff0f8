using System.Text.Json;
using NodaTime.Text;

namespace IrenPortal.Market.EventStudies.Panels;

/// <summary>A panel as a JSON object; a test that can't be computed is left out.</summary>
public static class PanelJson
{
    /// <summary>Writes one panel.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="id">Written as <c>id</c>; null leaves it out.</param>
    public static void Write(Utf8JsonWriter json, Panel panel, string? id = null)
    {
        json.WriteStartObject();
        if (id is not null)
        {
            json.WriteString("id", id);
        }

        json.WriteString("returns", "simple");
        json.WriteString("model", "market");
        json.WriteStartObject("events");
        foreach (var one in panel.Events)
        {
            WriteEvent(json, one);
        }

        json.WriteEndObject();
        WriteMeasures(json, "by_day", panel.Days, isWindow: false);
        WriteMeasures(json, "by_window", panel.Windows, isWindow: true);
        json.WriteNumber("N", panel.Events.Count);
        json.WriteNumber("N_flagged", panel.Events.Count(e => EventWindow.Standard.Any(e.Study.IsFlagged)));
        json.WriteBoolean("flagged_excluded", panel.ExcludesFlagged);
        json.WriteStartArray("refused");
        foreach (var one in panel.Refused)
        {
            json.WriteStartObject();
            json.WriteString("id", one.Id);
            json.WriteString("code", one.Study.Refusal?.Code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("rank_T", panel.RankDays);
        json.WriteNumber("rank_S", panel.RankSpread);
        json.WriteKnown("generalized_sign_p_hat", panel.PositiveShare);
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, PanelEvent one)
    {
        json.WriteStartObject(one.Id);
        json.WriteString("ticker", one.Ticker);
        json.WriteString("event_session", LocalDatePattern.Iso.Format(one.Study.Alignment.EventSession));
        ModelJson.WriteParameters(json, one.Model.Model);
        json.WriteStartObject("car");
        foreach (var window in one.Model.Windows)
        {
            json.WriteKnown(window.Window.Name, window.Sum?.Value);
        }

        json.WriteEndObject();
        json.WriteStartArray("flagged");
        foreach (var window in EventWindow.Standard.Where(one.Study.IsFlagged))
        {
            json.WriteStringValue(window.Name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, string name, IReadOnlyList<PanelMeasure> measures, bool isWindow)
    {
        json.WriteStartObject(name);
        foreach (var measure in measures)
        {
            json.WriteStartObject(isWindow ? measure.Window.Name : FormattableString.Invariant($"{measure.Window.First}"));
            if (isWindow)
            {
                json.WriteNumber("L", measure.Window.Length);
            }

            json.WriteNumber("N", measure.Events);
            json.WriteNumber("N_flagged", measure.Flagged);
            json.WriteNumber("N_overlapping", measure.Overlapping);
            json.WriteKnown(isWindow ? "caar" : "aar", measure.Mean);
            WriteTest(json, "cross_sectional_t", "cross_sectional_p", measure.CrossSectional);
            if (isWindow)
            {
                WriteTest(json, "mackinlay_z_plain", "mackinlay_p_plain", measure.MacKinlayPlain);
                WriteTest(json, "mackinlay_z_corrected", "mackinlay_p_corrected", measure.MacKinlayCorrected);
            }

            WriteTest(json, "patell_z", "patell_p", measure.Patell);
            WriteTest(json, "bmp_t", "bmp_p", measure.Bmp);
            WriteTest(json, "corrado_rank_z", "corrado_rank_p", measure.Rank);
            json.WriteNumber("n_positive", measure.Positive);
            WriteTest(json, "sign_z", "sign_p", measure.Sign);
            json.WriteKnown("sign_p_exact_binomial", measure.SignExact);
            WriteTest(json, "generalized_sign_z", "generalized_sign_p", measure.GeneralizedSign);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTest(Utf8JsonWriter json, string statistic, string p, TestResult? test)
    {
        if (test is { } known)
        {
            json.WriteNumber(statistic, known.Statistic);
            json.WriteNumber(p, known.P);
        }
    }
}
