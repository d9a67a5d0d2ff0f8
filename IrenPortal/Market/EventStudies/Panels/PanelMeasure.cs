namespace IrenPortal.Market.EventStudies.Panels;

/// <summary>
/// What many announcements did on average over one window, and the tests of whether that is nothing. A test that can't be
/// computed, such as a cross-sectional one of a single event, is null.
/// </summary>
/// <param name="Window">Which days; a single day is a window of one.</param>
/// <param name="Events">N: the events with an abnormal return on every day of it, less those excluded.</param>
/// <param name="Flagged">How many of the panel's events have another announcement of the same firm in it.</param>
/// <param name="Overlapping">How many of the events counted have a window that shares a session with the window of another one.</param>
/// <param name="Mean">AAR or CAAR; null without events.</param>
/// <param name="Error">Standard error of the mean by how far the events lie apart, sd / sqrt(N); null under two events.</param>
/// <param name="CrossSectional">sqrt(N) mean / sd over events, t with N - 1.</param>
/// <param name="MacKinlayPlain">Mean over its plain error, normal (MacKinlay 1997).</param>
/// <param name="MacKinlayCorrected">The same by the corrected errors.</param>
/// <param name="Patell">Of standardised abnormal returns, normal (Patell 1976).</param>
/// <param name="Bmp">Cross-sectional, of standardised abnormal returns, t with N - 1 (Boehmer, Musumeci, Poulsen 1991).</param>
/// <param name="Rank">Of ranks among the event's own residuals, normal (Corrado 1989; Cowan 1992).</param>
/// <param name="Positive">How many are above zero.</param>
/// <param name="Sign">Against one half, normal.</param>
/// <param name="SignExact">Two-sided p of the same by the binomial distribution.</param>
/// <param name="GeneralizedSign">Against the share of positive residuals in the estimation windows, normal (Cowan 1992).</param>
public sealed record PanelMeasure(
    EventWindow Window, int Events, int Flagged, int Overlapping, double? Mean, double? Error, TestResult? CrossSectional,
    TestResult? MacKinlayPlain, TestResult? MacKinlayCorrected, TestResult? Patell, TestResult? Bmp, TestResult? Rank,
    int Positive, TestResult? Sign, double? SignExact, TestResult? GeneralizedSign)
{
    /// <summary>
    /// The cross-sectional interval of the mean, by Student's t with N - 1: it holds also where announcements make the share move
    /// more than usual, which the errors of the estimation windows do not know. Null under two events.
    /// </summary>
    public (double Low, double High)? Interval(double coverage = 0.95) => Tails.Interval(Mean, Error, Events - 1, coverage);
}
