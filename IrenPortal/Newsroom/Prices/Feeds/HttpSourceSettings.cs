using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using IrenPortal.Content;
using IrenPortal.Hosting.Outbound;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>How an answer is written.</summary>
public enum HttpFormat
{
    /// <summary>A table with a header line.</summary>
    Csv = 1,

    /// <summary>A list of objects (or lists), or lists side by side.</summary>
    Json = 2,
}

/// <summary>What <c>Prices:Http:*</c> says.</summary>
/// <param name="Url">The address with <c>{symbol}</c>, <c>{from}</c> and <c>{to}</c>.</param>
/// <param name="Hosts">The hosts that may be asked.</param>
/// <param name="Reach">The resolved addresses that may be connected to.</param>
/// <param name="Format">How an answer is written.</param>
/// <param name="Rows">Path to the rows of a JSON answer; empty for its root.</param>
/// <param name="Columns">True where JSON has a list a column instead of an object a row.</param>
/// <param name="Layout">What the columns or fields are called.</param>
/// <param name="Symbols">The source's name of each symbol; null asks for every symbol by its own.</param>
/// <param name="KeyHeader">The header that carries the key; null where none is needed.</param>
/// <param name="Key">The key, which is never logged.</param>
public sealed partial record HttpSourceSettings(
    string Url,
    IReadOnlySet<string> Hosts,
    OutboundReach Reach,
    HttpFormat Format,
    string Rows,
    bool Columns,
    PriceLayout Layout,
    IReadOnlyDictionary<string, string>? Symbols,
    string? KeyHeader,
    string? Key)
{
    private const string Section = "Prices:Http:";
    private const int MostDecimals = 10;
    private const int UsualDecimals = 4;

    // Headers that say where a request goes or where it ends.
    private static readonly FrozenSet<string> Routing =
        new[] { "Host", "Connection", "Transfer-Encoding", "Expect", "Upgrade", "TE", "Trailer" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The host, which is all of the address that pages and logs name.</summary>
    public string Host => new Uri(Filled(Url, "A", default, default)).Host;

    /// <summary>Reads the settings; null without <c>Prices:Http:Url</c>.</summary>
    /// <exception cref="FormatException">A value can't be used; the message names its key.</exception>
    public static HttpSourceSettings? From(IConfiguration configuration)
    {
        if (configuration[$"{Section}Url"] is not { Length: > 0 } url)
        {
            return configuration.GetSection("Prices:Http").GetChildren().FirstOrDefault() is { } orphan
                ? throw new FormatException($"{Section}Url: missing, but {Section}{orphan.Key} is set; write the source's address, such as https://feed.example.com/{{symbol}}?from={{from}}&to={{to}}")
                : null;
        }

        var reach = OutboundSettings.Choice(configuration, $"{Section}Addresses", OutboundReach.Public);
        var format = OutboundSettings.Choice(configuration, $"{Section}Format", HttpFormat.Csv);
        var settings = new HttpSourceSettings(
            url,
            OutboundSettings.Hosts(configuration[$"{Section}AllowedHosts"]),
            reach,
            format,
            configuration[$"{Section}Rows"] ?? "",
            Shape(configuration),
            LayoutOf(configuration, format),
            SymbolsOf(configuration[$"{Section}Symbols"]),
            configuration[$"{Section}KeyHeader"],
            configuration[$"{Section}Key"]);
        settings.CheckUrl();
        settings.CheckKey();
        return settings;
    }

    /// <inheritdoc />
    public override string ToString() => Host;

    /// <summary>The address of one symbol's sessions.</summary>
    public Uri AddressOf(string symbol, LocalDate from, LocalDate to) => new(Filled(Url, symbol, from, to));

    private static string Filled(string url, string symbol, LocalDate from, LocalDate to) => url
        .Replace("{symbol}", Uri.EscapeDataString(symbol), StringComparison.Ordinal)
        .Replace("{from}", LocalDatePattern.Iso.Format(from), StringComparison.Ordinal)
        .Replace("{to}", LocalDatePattern.Iso.Format(to), StringComparison.Ordinal);

    private void CheckUrl()
    {
        const string key = $"{Section}Url";
        if (!Url.Contains("{symbol}", StringComparison.Ordinal))
        {
            throw new FormatException($"{key}: has no {{symbol}}: write it where the symbol belongs");
        }

        if (PlaceholderPattern().Match(Url) is { Success: true } unknown)
        {
            throw new FormatException($"{key}: {unknown.Value} is no placeholder; write {{symbol}}, {{from}} or {{to}}");
        }

        if (!Uri.TryCreate(Filled(Url, "A", default, default), UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || address.Fragment.Length > 0
            || !Uri.TryCreate(Filled(Url, "B", default, default), UriKind.Absolute, out var other) || other.Authority != address.Authority)
        {
            throw new FormatException($"{key}: is no address with a fixed host; write for example https://feed.example.com/{{symbol}}?from={{from}}&to={{to}}");
        }

        OutboundSettings.Check(address, Section, Hosts, Reach);
    }

    private void CheckKey()
    {
        if (KeyHeader is null != Key is null)
        {
            throw new FormatException($"{Section}{(Key is null ? "Key" : "KeyHeader")}: missing; a key needs both Key and the KeyHeader that carries it");
        }

        using var request = new HttpRequestMessage();
        if (KeyHeader is not null && (Key!.Any(c => c is < ' ' or > '~') || Routing.Contains(KeyHeader) || !request.Headers.TryAddWithoutValidation(KeyHeader, Key)))
        {
            throw new FormatException($"{Section}KeyHeader: '{KeyHeader}' can't carry the key; name a request header such as X-Api-Key, and write the key in ASCII");
        }
    }

    private static bool Shape(IConfiguration configuration) => configuration[$"{Section}Shape"] switch
    {
        null => false,
        var word when word.Equals("rows", StringComparison.OrdinalIgnoreCase) => false,
        var word when word.Equals("columns", StringComparison.OrdinalIgnoreCase) => true,
        var word => throw new FormatException($"{Section}Shape: '{word}' is no shape; write rows or columns"),
    };

    private static PriceLayout LayoutOf(IConfiguration configuration, HttpFormat format)
    {
        var dates = configuration[$"{Section}Dates"]?.ToLowerInvariant() switch
        {
            null or "iso" => PriceDates.Iso,
            "unix" => PriceDates.Unix,
            "unixms" => PriceDates.UnixMilliseconds,
            var word => throw new FormatException($"{Section}Dates: '{word}' is no way to write dates; write iso, unix or unixms"),
        };
        var written = configuration[$"{Section}Decimals"];
        var decimals = UsualDecimals;
        if (written is not null && !(int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out decimals) && decimals <= MostDecimals))
        {
            throw new FormatException($"{Section}Decimals: '{written}' is no number of decimals; write one from 0 to {MostDecimals}");
        }

        var own = PriceLayout.Own;
        var layout = new PriceLayout
        {
            Date = Name(nameof(own.Date)),
            Open = Name(nameof(own.Open)),
            High = Name(nameof(own.High)),
            Low = Name(nameof(own.Low)),
            Close = Name(nameof(own.Close)),
            Volume = Name(nameof(own.Volume)),
            Dates = dates,
            Decimals = decimals,
        };
        return layout.Columns.Distinct(StringComparer.OrdinalIgnoreCase).Count() == layout.Columns.Count
            ? layout
            : throw new FormatException($"{Section}Fields: two of them have the same name: give each its own");

        string Name(string field) => configuration[$"{Section}Fields:{field}"] is { Length: > 0 } name ? name : format is HttpFormat.Json ? field.ToLowerInvariant() : field;
    }

    private static Dictionary<string, string>? SymbolsOf(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var symbols = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split('=');
            if (parts.Length > 2 || parts[0].Length == 0 || parts[^1].Length == 0 || !symbols.TryAdd(parts[0], parts[^1]))
            {
                throw new FormatException($"{Section}Symbols: '{entry}' can't be read; write the symbols once each, such as IREN,BTC=BTC-USD");
            }
        }

        return symbols;
    }

    [GeneratedRegex(@"\{(?!(?:symbol|from|to)\})[^}]*\}?", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceholderPattern();
}
