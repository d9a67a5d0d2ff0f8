using System.Text.Json;

namespace IrenPortal.Site.Layout;

/// <summary>Writes what a page is about as JSON-LD in the vocabulary of schema.org.</summary>
public static class SchemaOrg
{
    private const string Context = "https://schema.org";

    /// <summary>An object of the vocabulary; members without a value are left out.</summary>
    public static Dictionary<string, object> Thing(string type, params IReadOnlyList<(string Name, object? Value)> members)
    {
        var thing = new Dictionary<string, object>(StringComparer.Ordinal) { ["@type"] = type };
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                thing[name] = value;
            }
        }

        return thing;
    }

    /// <summary>One object or several as a document; the serialiser's default escapes leave no angle bracket in it.</summary>
    public static string Document(params IReadOnlyList<Dictionary<string, object>> things) => JsonSerializer.Serialize(things.Count == 1
        ? new Dictionary<string, object>(StringComparer.Ordinal) { ["@context"] = Context }.Concat(things[0]).ToDictionary(StringComparer.Ordinal)
        : new Dictionary<string, object>(StringComparer.Ordinal) { ["@context"] = Context, ["@graph"] = things });

    /// <summary>The company as an organisation that says or holds something. A demonstration must not pass for its address.</summary>
    public static Dictionary<string, object> Organization(SiteChrome chrome) =>
        Thing("Organization", ("name", chrome.Company.LegalName), ("url", chrome.Company.Demonstration ? null : chrome.Absolute("/")));
}
