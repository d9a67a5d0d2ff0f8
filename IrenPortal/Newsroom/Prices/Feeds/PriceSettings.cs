using System.Globalization;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>What <c>Prices:*</c> says, checked once at the start.</summary>
/// <param name="Limits">What is believed without a person's look.</param>
/// <param name="Folder">The folder of dropped files, absolute; null without one.</param>
/// <param name="Http">The source that is asked; null without one.</param>
/// <param name="Times">When it is asked.</param>
public sealed record PriceSettings(PriceLimits Limits, string? Folder, HttpSourceSettings? Http, FetchTimes Times)
{
    private const decimal MostFactor = 100;
    private const int MostSessions = 1000;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">A value can't be used; the message is one line that names its key.</exception>
    public static PriceSettings From(IConfiguration configuration) => new(
        new PriceLimits(FactorOf(configuration["Prices:WildFactor"]), SessionsOf(configuration["Prices:SettledAfter"])),
        FolderOf(configuration["Prices:Folder"]),
        HttpSourceSettings.From(configuration),
        configuration["Prices:Every"] is not { } every ? FetchTimes.Default : FetchTimes.Parse(every)
            ?? throw new FormatException($"Prices:Every: '{every}' is no time; write minutes such as 60, or close+30 for half an hour after each close"));

    private static decimal FactorOf(string? value) => value is null
        ? PriceLimits.Default.WildFactor
        : decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor is > 1 and <= MostFactor
            ? factor
            : throw new FormatException($"Prices:WildFactor: '{value}' is no factor; write a number above 1, such as 1.5");

    private static int SessionsOf(string? value) => value is null
        ? PriceLimits.Default.SettledSessions
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var sessions) && sessions <= MostSessions
            ? sessions
            : throw new FormatException($"Prices:SettledAfter: '{value}' is no number of sessions; write one from 0 to {MostSessions}");

    private static string? FolderOf(string? value) => value switch
    {
        null or "" => null,
        _ when Directory.Exists(value) => Path.GetFullPath(value),
        _ => throw new FormatException($"Prices:Folder: {value} does not exist; make the folder, or take the setting out"),
    };
}
