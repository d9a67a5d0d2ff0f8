using System.Text.Json;
using IrenPortal.Market.Calendar;
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
        ModelJson.Write(json, study.Models);
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
        json.WriteKnown("first_session", estimation.FirstSession);
        json.WriteKnown("last_session", estimation.LastSession);
        json.WriteStartArray("dropped_sessions");
        foreach (var session in estimation.DroppedSessions)
        {
            json.WriteStringValue(LocalDatePattern.Iso.Format(session));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter json, RawMove raw)
    {
        json.WriteStartObject("raw");
        json.WriteKnown("previous_close_adjusted", raw.PreviousCloseAdjusted);
        json.WriteKnown("close_adjusted", raw.CloseAdjusted);
        json.WriteKnown("return_simple", raw.SimpleReturn);
        json.WriteKnown("return_log", raw.LogReturn);
        json.WriteKnown("return_unadjusted_prices", raw.ReturnUnadjusted);
        json.WriteKnown("index_return_simple", raw.IndexReturn);
        json.WriteKnown("volume_event_session", raw.Volume);
        json.WriteKnown("volume_mean_estimation", raw.UsualVolume);
        json.WriteNumber("volume_observations", raw.VolumeObservations);
        json.WriteKnown("volume_ratio", raw.VolumeRatio);
        json.WriteBoolean("event_session_is_early_close", raw.IsEarlyClose);
        json.WriteStartObject("window_return_compounded");
        foreach (var (window, fraction) in raw.WindowReturns)
        {
            json.WriteKnown(window.Name, fraction);
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

            json.WriteKnown("event_session", other.Session);
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
}
