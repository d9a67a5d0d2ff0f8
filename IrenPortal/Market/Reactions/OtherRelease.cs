using IrenPortal.Market.Calendar;

namespace IrenPortal.Market.Reactions;

/// <summary>Another announcement of the same company: its slug, headline and moment.</summary>
public sealed record OtherRelease(string Slug, string Headline, ReleaseMoment Moment);

/// <summary>Another announcement whose own day 0 falls in the window, <paramref name="RelativeDay"/> sessions from day 0.</summary>
public sealed record ReleaseInWindow(OtherRelease Release, int RelativeDay);
