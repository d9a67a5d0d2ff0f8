using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Data.Public;

/// <summary>What was measured of a release after it was on record: when it was first read, and when its e-mail alerts went. Immutable, one an edition.</summary>
public sealed class EditionTiming
{
    /// <summary>Kind of its ledger entries; their subject is the edition's ledger number.</summary>
    public const string Kind = "timing";

    /// <summary>The edition.</summary>
    public required long EditionNumber { get; init; }

    /// <summary>The ledger entry that brought it.</summary>
    public required long Number { get; init; }

    /// <summary>First answered GET of its page, a list or the API; null where the process that measured serves no readers.</summary>
    public required Instant? FirstReadAt { get; init; }

    /// <summary>E-mail alerts that mail servers took, daily digests aside.</summary>
    public required int Mails { get; init; }

    /// <summary>When the first of them was taken; null without one.</summary>
    public required Instant? FirstMailAt { get; init; }

    /// <summary>When the last one was.</summary>
    public required Instant? LastMailAt { get; init; }

    /// <summary>As the CSV that the ledger hashes: LF line ends, an empty cell for what isn't known.</summary>
    public string ToCsv() => string.Create(
        CultureInfo.InvariantCulture, $"edition,firstRead,mails,firstMail,lastMail\n{EditionNumber},{Text(FirstReadAt)},{Mails},{Text(FirstMailAt)},{Text(LastMailAt)}\n");

    private static string Text(Instant? at) => at is { } instant ? InstantPattern.ExtendedIso.Format(instant) : "";
}
