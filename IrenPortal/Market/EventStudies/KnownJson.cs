using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Market.EventStudies;

/// <summary>Properties that are left out where their value is not known.</summary>
internal static class KnownJson
{
    /// <summary>Writes a number, or nothing.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    /// <summary>Writes a date in ISO form, or nothing.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, string name, LocalDate? date)
    {
        if (date is { } known)
        {
            json.WriteString(name, LocalDatePattern.Iso.Format(known));
        }
    }
}
