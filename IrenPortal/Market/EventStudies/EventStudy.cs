using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Market.EventStudies;

/// <summary>How far a study went.</summary>
public enum StudyStatus
{
    /// <summary>Every window has its sum.</summary>
    Ok,

    /// <summary>A day of a window is still to come or has no price.</summary>
    Partial,

    /// <summary>No model was fitted; <see cref="EventStudy.Refusal"/> says why.</summary>
    Refused,
}

/// <summary>Another announcement of the same firm.</summary>
/// <param name="Moment">When it was released.</param>
/// <param name="Label">What to call it; null where nothing is known of it but its time.</param>
public sealed record OtherEvent(ReleaseMoment Moment, string? Label = null);

/// <summary>Another announcement put on the calendar of the study.</summary>
/// <param name="Label">What to call it.</param>
/// <param name="Session">Its own day 0.</param>
/// <param name="RelativeDay">That day, counted from day 0 of the study.</param>
public sealed record ConfoundingEvent(string? Label, LocalDate Session, int RelativeDay);

/// <summary>The sessions that a model is estimated on.</summary>
/// <param name="FirstSession">Day -130; null where the calendar does not reach it.</param>
/// <param name="LastSession">Day -11.</param>
/// <param name="CalendarSessions">How many of the window's sessions the calendar knows.</param>
/// <param name="Days">The relative days with a return of both share and index, ascending.</param>
/// <param name="DroppedSessions">Sessions of the window without, ascending. The window is not stretched to replace them.</param>
public sealed record EstimationWindow(
    LocalDate? FirstSession, LocalDate? LastSession, int CalendarSessions, IReadOnlyList<int> Days, IReadOnlyList<LocalDate> DroppedSessions)
{
    /// <summary>M: the sessions that can be used.</summary>
    public int Observations => Days.Count;
}

/// <summary>Why there is no estimate.</summary>
/// <param name="Code"><see cref="InsufficientHistory"/> or <see cref="DegenerateReturns"/>.</param>
/// <param name="ValidObservations">M.</param>
/// <param name="Required">The fewest that a model needs.</param>
public sealed record StudyRefusal(string Code, int ValidObservations, int Required)
{
    /// <summary>Fewer usable sessions than required.</summary>
    public const string InsufficientHistory = "INSUFFICIENT_HISTORY";

    /// <summary>The share's or the index's returns do not vary, or the model explains them without remainder.</summary>
    public const string DegenerateReturns = "DEGENERATE_RETURNS";
}

/// <summary>The raw move, with nothing estimated; fractions, null where a price is missing.</summary>
/// <param name="PreviousCloseAdjusted">Adjusted close of the session before day 0.</param>
/// <param name="CloseAdjusted">Adjusted close of day 0.</param>
/// <param name="ReturnUnadjusted">Return of day 0 on the closes as traded.</param>
/// <param name="IndexReturn">Simple return of the index on day 0.</param>
/// <param name="Volume">Split-adjusted volume of day 0.</param>
/// <param name="UsualVolume">Its mean over the estimation window's sessions with a volume.</param>
/// <param name="VolumeObservations">How many those are.</param>
/// <param name="IsEarlyClose">Day 0 closed early, so its volume is low for that reason alone.</param>
/// <param name="WindowReturns">Compounded simple return of the share over each standard window; null when a session is missing.</param>
public sealed record RawMove(
    double? PreviousCloseAdjusted, double? CloseAdjusted, double? ReturnUnadjusted, double? IndexReturn,
    double? Volume, double? UsualVolume, int VolumeObservations, bool IsEarlyClose,
    IReadOnlyList<(EventWindow Window, double? Return)> WindowReturns)
{
    /// <summary>Close-to-close return of day 0.</summary>
    public double? SimpleReturn => CloseAdjusted / PreviousCloseAdjusted - 1;

    /// <summary>The same as a logarithm.</summary>
    public double? LogReturn => CloseAdjusted / PreviousCloseAdjusted is { } ratio ? Math.Log(ratio) : null;

    /// <summary>Volume of day 0 as a multiple of the usual one; no test is attached to it.</summary>
    public double? VolumeRatio => UsualVolume > 0 ? Volume / UsualVolume : null;
}

/// <summary>The event study of one announcement: every number by <c>docs/event-studies.md</c>. Immutable.</summary>
/// <param name="Status">How far it went.</param>
/// <param name="Moment">When the announcement was released.</param>
/// <param name="Alignment">That moment on the calendar; of a moment known in words, its first instant.</param>
/// <param name="Estimation">The estimation window.</param>
/// <param name="Models">Each model with each kind of return; empty when refused.</param>
/// <param name="Refusal">Why there are none.</param>
/// <param name="Raw">The raw move.</param>
/// <param name="Confounding">The other announcements given, by their day.</param>
public sealed record EventStudy(
    StudyStatus Status, ReleaseMoment Moment, Alignment Alignment, EstimationWindow Estimation, IReadOnlyList<ModelStudy> Models,
    StudyRefusal? Refusal, RawMove Raw, IReadOnlyList<ConfoundingEvent> Confounding)
{
    /// <summary>The headline: market model, simple returns. Null when refused.</summary>
    public ModelStudy? Headline => Of(ReturnModel.Market, ReturnKind.Simple);

    /// <summary>One of the models; null when refused.</summary>
    public ModelStudy? Of(ReturnModel model, ReturnKind returns) => Models.FirstOrDefault(m => m.Model.Kind == model && m.Returns == returns);

    /// <summary>The other announcements whose own day 0 falls in a window, ends included.</summary>
    public IEnumerable<ConfoundingEvent> ConfoundersOf(EventWindow window) => Confounding.Where(c => window.Contains(c.RelativeDay));

    /// <summary>Whether another announcement falls in a window.</summary>
    public bool IsFlagged(EventWindow window) => ConfoundersOf(window).Any();
}
