using System.Runtime.InteropServices;
using NodaTime;

namespace IrenPortal.Market.EventStudies;

/// <summary>
/// One session as a study takes it: the close as traded, the close adjusted for splits and cash dividends, and the volume
/// adjusted for splits (null where unknown). A <see cref="StudySeries"/> bounds the figures.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StudyBar(LocalDate Date, double Close, double AdjustedClose, double? Volume);
