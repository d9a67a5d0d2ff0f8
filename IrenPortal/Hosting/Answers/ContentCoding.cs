using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace IrenPortal.Hosting.Answers;

/// <summary>Reads <c>Accept-Encoding</c>.</summary>
internal static class ContentCoding
{
    /// <summary>True where the header names the coding and doesn't forbid it with a weight of 0.</summary>
    public static bool Accepts(StringValues header, string coding)
    {
        foreach (var line in header)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var entry = line.AsSpan()[range].Trim();
                var end = entry.IndexOf(';');
                var name = end < 0 ? entry : entry[..end].TrimEnd();
                if (name.Equals(coding, StringComparison.OrdinalIgnoreCase))
                {
                    return end < 0 || !IsZero(entry[(end + 1)..]);
                }
            }
        }

        return false;
    }

    private static bool IsZero(ReadOnlySpan<char> parameter) =>
        parameter.Trim() is var text && text.StartsWith("q=", StringComparison.OrdinalIgnoreCase) &&
        decimal.TryParse(text[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight == 0;
}
