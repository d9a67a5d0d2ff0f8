using NodaTime;

namespace IrenPortal.Market.Prices;

/// <summary>Looking up dates in what ascends by date.</summary>
internal static class AscendingDates
{
    /// <summary>The position of the first item on a date or after it; the number of items when there is none.</summary>
    public static int FirstOnOrAfter<T>(IReadOnlyList<T> items, Func<T, LocalDate> dateOf, LocalDate date)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = dateOf(items[middle]) < date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
