using System.Globalization;

namespace IrenPortal.Alerts.Delivering;

/// <summary>How a delivery names what it is about.</summary>
public static class References
{
    /// <summary>An edition: its ledger number.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A digest: the numbers that its editions lie between, the first left out and the last in.</summary>
    public static string Of(long after, long upTo) => FormattableString.Invariant($"{after}-{upTo}");

    /// <summary>Reads an edition's number.</summary>
    public static long Number(string reference) => long.Parse(reference, CultureInfo.InvariantCulture);

    /// <summary>Reads a digest's numbers.</summary>
    public static (long After, long UpTo) Range(string reference)
    {
        var parts = reference.Split('-');
        return (Number(parts[0]), Number(parts[1]));
    }
}
