using System.Text.Json;
using IrenPortal.Market.Calendar;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Market.EventStudies;

/// <summary>
/// A study as the JSON object that the command line prints and the API answers; <c>docs/event-studies.md</c> lists its
/// names. Numbers are IEEE doubles in shortest round-trip form; NaN and infinity never come out.
/// </summary>
public static class StudyJson
{
    private static readonly OffsetDateTimePattern WithOffset =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFo<+HH:mm>");

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFF'Z'");

    /// <summary>Writes one study as an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="study">The study.</param>
    /// <param name="calendar">The calendar that it was counted in.</param>
    /// <param name="id">Written as <c>id</c>; null leaves it out.</param>
    public static void Write(Utf8JsonWriter json, EventStudy study, ExchangeCalendar calendar, string? id = null)
    {
        json.WriteStartObject();
        if (id is not null)
        {
            json.WriteString("id", id);
        }

        json.WriteString("status", StatusWord(study.Status));
        WriteAlignment(json, study, calendar);
        WriteEstimation(json, study.Estimation);
        WriteModels(json, study.Models);
        if (study.Refusal is { } refusal)
        {
            json.WriteStartObject("refusal");
            json.WriteString("code", refusal.Code);
            json.WriteNumber("valid_observations", refusal.ValidObservations);
            json.WriteNumber("required", refusal.Required);
            json.WriteEndObject();
        }

        WriteRaw(json, study.Raw);
        if (study.Confounding.Count > 0)
        {
            WriteConfounding(json, study);
        }

        json.WriteEndObject();
    }

    private static string StatusWord(StudyStatus status) => status switch
    {
        StudyStatus.Ok => "ok",
        StudyStatus.Partial => "partial",
        _ => "refused",
    };

    private static void WriteAlignment(Utf8JsonWriter json, EventStudy study, ExchangeCalendar calendar)
    {
        var (announced, session, _) = study.Alignment;
        json.WriteStartObject("alignment");
        json.WriteString("announced_at_utc", Utc.Format(announced));
        json.WriteString("announced_at_new_york", WithOffset.Format(announced.InZone(calendar.Zone).ToOffsetDateTime()));
        json.WriteString("timing", study.Alignment.TimingWord);
        json.WriteString("event_session", LocalDatePattern.Iso.Format(session));
        if (study.Moment.TimeUnknown)
        {
            json.WriteBoolean("time_unknown", true);
        }

        json.WriteEndObject();
    }

    private static void WriteEstimation(Utf8JsonWriter json, EstimationWindow estimation)
    {
        json.WriteStartObject("estimation");
        json.WriteNumber("first_day", EventWindow.EstimationFirst);
        json.WriteNumber("last_day", EventWindow.EstimationLast);
        json.WriteNumber("sessions_in_window", EventWindow.EstimationLast - EventWindow.EstimationFirst + 1);
        json.WriteNumber("sessions_available_in_calendar", estimation.CalendarSessions);
        json.WriteNumber("M", estimation.Observations);
        WriteDate(json, "first_session", estimation.FirstSession);
        WriteDate(json, "last_session", estimation.LastSession);
        json.WriteStartArray("dropped_sessions");
        foreach (var session in estimation.DroppedSessions)
        {
            json.WriteStringValue(LocalDatePattern.Iso.Format(session));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteModels(Utf8JsonWriter json, IReadOnlyList<ModelStudy> models)
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
    internal static void WriteParameters(Utf8JsonWriter json, FittedModel model)
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
        WriteNumber(json, "r_squared", model.RSquared);
        WriteNumber(json, "alpha_se", model.AlphaError);
        WriteNumber(json, "beta_se", model.BetaError);
        WriteNumber(json, "index_mean", model.IndexMean);
        WriteNumber(json, "index_sxx", model.IndexSumOfSquares);
        json.WriteNumber("df", model.DegreesOfFreedom);
        json.WriteNumber("M", model.Observations);
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, AbnormalReturn day)
    {
        json.WriteStartObject(FormattableString.Invariant($"{day.Day}"));
        WriteDate(json, "session", day.Session);
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

    private static void WriteRaw(Utf8JsonWriter json, RawMove raw)
    {
        json.WriteStartObject("raw");
        WriteNumber(json, "previous_close_adjusted", raw.PreviousCloseAdjusted);
        WriteNumber(json, "close_adjusted", raw.CloseAdjusted);
        WriteNumber(json, "return_simple", raw.SimpleReturn);
        WriteNumber(json, "return_log", raw.LogReturn);
        WriteNumber(json, "return_unadjusted_prices", raw.ReturnUnadjusted);
        WriteNumber(json, "index_return_simple", raw.IndexReturn);
        WriteNumber(json, "volume_event_session", raw.Volume);
        WriteNumber(json, "volume_mean_estimation", raw.UsualVolume);
        json.WriteNumber("volume_observations", raw.VolumeObservations);
        WriteNumber(json, "volume_ratio", raw.VolumeRatio);
        json.WriteBoolean("event_session_is_early_close", raw.IsEarlyClose);
        json.WriteStartObject("window_return_compounded");
        foreach (var (window, fraction) in raw.WindowReturns)
        {
            WriteNumber(json, window.Name, fraction);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteConfounding(Utf8JsonWriter json, EventStudy study)
    {
        json.WriteStartObject("confounding");
        json.WriteStartArray("other_events");
        foreach (var other in study.Confounding)
        {
            json.WriteStartObject();
            if (other.Label is { } label)
            {
                json.WriteString("label", label);
            }

            WriteDate(json, "event_session", other.Session);
            json.WriteNumber("relative_day", other.RelativeDay);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("flagged_windows");
        foreach (var window in EventWindow.Standard)
        {
            json.WriteBoolean(window.Name, study.IsFlagged(window));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, string name, LocalDate? date)
    {
        if (date is { } known)
        {
            json.WriteString(name, LocalDatePattern.Iso.Format(known));
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
