using System.Globalization;

namespace IrenPortal.Site.Live;

/// <summary>What <c>Live:*</c> says, checked once at the start: how many streams may be open at a time.</summary>
/// <param name="Connections">In this process.</param>
/// <param name="ConnectionsPerNetwork">From one network; an office or a mobile carrier can be one.</param>
public sealed record LiveSettings(int Connections, int ConnectionsPerNetwork)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">A value can't be used; the message is one line that names its key.</exception>
    public static LiveSettings From(IConfiguration configuration) =>
        new(Count(configuration, "Live:Connections", 5000), Count(configuration, "Live:ConnectionsPerNetwork", 500));

    private static int Count(IConfiguration configuration, string key, int otherwise) => configuration[key] is not { } value
        ? otherwise
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new FormatException($"{key}: '{value}' is no number of connections; write for example {otherwise.ToString(CultureInfo.InvariantCulture)}");
}
