using NodaTime;

namespace IrenPortal.Market.Calendar;

/// <summary>A weekday on which the exchange did not or will not trade, and why.</summary>
/// <param name="Date">The date.</param>
/// <param name="Name">The holiday or the event, such as <c>Good Friday</c> or <c>Hurricane Sandy</c>.</param>
public sealed record Closure(LocalDate Date, string Name);
