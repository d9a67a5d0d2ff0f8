using System.Globalization;
using System.Text.RegularExpressions;
using IrenPortal.Hosting.Outbound;
using NodaTime;

namespace IrenPortal.Newsroom.Filings;

/// <summary>A list of filings that is asked for by itself.</summary>
/// <param name="Url">The address with <c>{cik}</c> for the company's ten digits.</param>
/// <param name="Reach">The resolved addresses that may be connected to.</param>
/// <param name="UserAgent">Who asks, with an address to write to, as the agency's rules for programs want it.</param>
/// <param name="Every">The pause between two looks.</param>
/// <param name="RequestsPerSecond">The most that is asked in a second.</param>
public sealed partial record FilingAddress(string Url, OutboundReach Reach, string UserAgent, Duration Every, int RequestsPerSecond)
{
    private const string Http = "Filings:Http:";
    private const string AgentKey = "Filings:UserAgent";
    private const string EveryKey = "Filings:Every";
    private const string PaceKey = "Filings:RequestsPerSecond";
    private const string Example = "https://data.sec.gov/submissions/CIK{cik}.json";
    private const int UsualMinutes = 60;
    private const int MostMinutes = 7 * 24 * 60;
    private const int UsualPace = 2;
    private const int LongestAgent = 200;

    // What the agency allows a program (sec.gov/os/accessing-edgar-data).
    private const int MostPace = 10;

    /// <summary>The host, which is all of the address that logs name.</summary>
    public string Host => AddressOf(new string('0', 10)).Host;

    /// <summary>Reads the settings; null without <c>Filings:Http:Url</c>.</summary>
    /// <exception cref="FormatException">A value can't be used; the message is one line that names its key.</exception>
    public static FilingAddress? From(IConfiguration configuration)
    {
        if (configuration[$"{Http}Url"] is not { Length: > 0 } url)
        {
            return configuration.GetSection("Filings").GetChildren().FirstOrDefault() is { } orphan
                ? throw new FormatException($"{Http}Url: missing, but {orphan.Path} is set; write the address of the list, such as {Example}")
                : null;
        }

        var reach = OutboundSettings.Choice(configuration, $"{Http}Addresses", OutboundReach.Public);
        var settings = new FilingAddress(
            url,
            reach,
            Agent(configuration[AgentKey]),
            Duration.FromMinutes(Number(configuration, EveryKey, UsualMinutes, MostMinutes)),
            Number(configuration, PaceKey, UsualPace, MostPace));
        OutboundSettings.Check(CheckedAddress(url), Http, OutboundSettings.Hosts(configuration[$"{Http}AllowedHosts"]), reach);
        return settings;
    }

    /// <inheritdoc />
    public override string ToString() => Host;

    /// <summary>The address of a company's list.</summary>
    public Uri AddressOf(string cik) => new(Filled(Url, cik));

    private static string Filled(string url, string cik) => url.Replace("{cik}", cik, StringComparison.Ordinal);

    private static Uri CheckedAddress(string url)
    {
        if (!url.Contains("{cik}", StringComparison.Ordinal) || Filled(url, "").Contains('{', StringComparison.Ordinal))
        {
            throw new FormatException($"{Http}Url: write {{cik}}, and nothing else in braces, where the company's ten digits belong, as in {Example}");
        }

        return Uri.TryCreate(Filled(url, "0"), UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Fragment.Length == 0
            && Uri.TryCreate(Filled(url, "1"), UriKind.Absolute, out var other) && other.Authority == address.Authority
            ? address
            : throw new FormatException($"{Http}Url: is no address with a fixed host; write for example {Example}");
    }

    private static string Agent(string? value) => value switch
    {
        null or "" => throw new FormatException($"{AgentKey}: missing; the agency asks programs to say who they are: write a name and an address to write to, such as Example Limited ir@example.com"),
        { Length: <= LongestAgent } when AgentPattern().IsMatch(value) => value,
        _ => throw new FormatException($"{AgentKey}: can't be sent; write a name and an e-mail address in ASCII, at most {LongestAgent} characters, such as Example Limited ir@example.com"),
    };

    private static int Number(IConfiguration configuration, string key, int usual, int most) => configuration[key] is not { } value
        ? usual
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{key}: '{value}' can't be used; write a whole number from 1 to {most}"));

    [GeneratedRegex(@"^[!-~](?:[ -~]*[!-~])?@(?:[ -~]*[!-~])\z", RegexOptions.CultureInvariant)]
    private static partial Regex AgentPattern();
}
