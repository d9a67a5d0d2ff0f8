using System.Text.RegularExpressions;
using NodaTime;

namespace IrenPortal.Content.FrontMatter;

/// <summary>Checks that several kinds of file share.</summary>
internal static partial class Rules
{
    /// <summary>True for lower-case letters, digits and single hyphens between them.</summary>
    public static bool IsSlug(string text) => text.Length is > 0 and <= ContentLimits.SlugLength && SlugPattern().IsMatch(text);

    /// <summary>True for an absolute http or https address with a host and no blanks or credentials.</summary>
    public static bool IsWebAddress(string text) =>
        WebPattern().IsMatch(text)
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0 && uri.Host.Length > 0;

    /// <summary>A slug field; null when absent or faulty.</summary>
    public static string? Slug(this FieldReader fields, string name)
    {
        var text = fields.Text(name);
        if (text is null || IsSlug(text))
        {
            return text;
        }

        fields.Fault(name, $"is `{FieldReader.Shown(text)}`: {SlugHelp}");
        return null;
    }

    /// <summary>The slug that a file's name gives; empty with an issue when it gives none.</summary>
    public static string SlugOfName(string path, IssueList issues)
    {
        var name = Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
        if (IsSlug(name))
        {
            return name;
        }

        issues.Add(1, null, $"the file's name `{FieldReader.Shown(name)}` is no slug: {SlugHelp}");
        return "";
    }

    /// <summary>An http or https address; null when absent or faulty.</summary>
    public static string? WebAddress(this FieldReader fields, string name)
    {
        var text = fields.Text(name);
        if (text is null || IsWebAddress(text))
        {
            return text;
        }

        fields.Fault(name, $"is `{FieldReader.Shown(text)}`: write a full address that begins with https:// or http://");
        return null;
    }

    /// <summary>An IANA zone; null when absent or unknown.</summary>
    public static DateTimeZone? Zone(this FieldReader fields, string name)
    {
        var text = fields.Text(name);
        if (text is null)
        {
            return null;
        }

        var zone = DateTimeZoneProviders.Tzdb.Ids.Contains(text) ? DateTimeZoneProviders.Tzdb[text] : null;
        if (zone is null)
        {
            var meant = Nearest.To(text, DateTimeZoneProviders.Tzdb.Ids);
            fields.Fault(name, $"is `{FieldReader.Shown(text)}`, which is no IANA zone: " + (meant is null ? "write one such as America/New_York" : $"did you mean `{meant}`?"));
        }

        return zone;
    }

    /// <summary>Titled addresses; empty when absent.</summary>
    public static IReadOnlyList<SourceLink> Links(this FieldReader fields, string name) => fields.MapList(name, link =>
    {
        link.Require("url", "url: https://…");
        return new SourceLink(link.RequiredText("title"), link.WebAddress("url") ?? "");
    });

    /// <summary>An amount: a mapping, or a plain number of US dollars; null when absent or faulty.</summary>
    public static Money? Money(this FieldReader fields, string name)
    {
        const decimal most = 1_000_000_000_000_000m;
        if (!fields.IsMap(name))
        {
            return fields.Number(name, 0.01m, most) is { } dollars ? new Money(dollars, "USD", Approximate: false) : null;
        }

        return fields.Map(name, money =>
        {
            money.Require("amount", "amount: 9700000000");
            var amount = money.Number("amount", 0.01m, most);
            return new Money(amount ?? 0, money.Currency("currency") ?? "USD", money.Flag("approximate"));
        });
    }

    /// <summary>A currency code; null when absent or faulty.</summary>
    public static string? Currency(this FieldReader fields, string name)
    {
        var text = fields.Text(name);
        if (text is null || CurrencyPattern().IsMatch(text))
        {
            return text;
        }

        fields.Fault(name, $"is `{FieldReader.Shown(text)}`: write a currency's three capital letters, such as USD");
        return null;
    }

    /// <summary>Writes an amount: US dollars that are exact as a plain number where that is allowed.</summary>
    public static void Money(this YamlWriter writer, string name, Money? money, bool plainDollars)
    {
        if (money is { Currency: "USD", Approximate: false } && plainDollars)
        {
            writer.Number(name, money.Amount);
        }
        else if (money is not null)
        {
            writer.Map(name, fields =>
            {
                fields.Number("amount", money.Amount);
                fields.Text("currency", money.Currency);
                fields.Flag("approximate", money.Approximate);
            });
        }
    }

    /// <summary>Writes titled addresses.</summary>
    public static void Links(this YamlWriter writer, string name, IReadOnlyList<SourceLink> links) => writer.List(name, links, (fields, link) =>
    {
        fields.Text("title", link.Title);
        fields.Text("url", link.Url);
    });

    private const string SlugHelp = "write lower-case letters, digits and single hyphens, such as microsoft-ai-cloud";

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SlugPattern();

    [GeneratedRegex(@"^https?://[^\s<>""\\^`{|}]+\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WebPattern();

    [GeneratedRegex(@"^[A-Z]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyPattern();
}
