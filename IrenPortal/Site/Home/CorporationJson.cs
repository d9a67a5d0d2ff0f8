using IrenPortal.Content;
using IrenPortal.Site.Layout;

namespace IrenPortal.Site.Home;

/// <summary>The company as a schema.org <c>Corporation</c>, and this site with its search.</summary>
public static class CorporationJson
{
    /// <summary>The objects as JSON.</summary>
    public static string Of(SiteChrome chrome)
    {
        var company = chrome.Company;
        var id = chrome.Absolute("/#company");
        return SchemaOrg.Document(
            SchemaOrg.Thing(
                "Corporation",
                ("@id", id),
                ("name", company.Name),
                ("legalName", company.LegalName),
                ("tickerSymbol", $"{company.Exchange.ToUpperInvariant()} {company.Ticker}"),
                ("url", company.Demonstration ? null : chrome.Absolute("/")),
                ("address", company.Address),
                ("identifier", company.Cik is { } cik ? SchemaOrg.Thing("PropertyValue", ("propertyID", "SEC CIK"), ("value", cik)) : null),
                ("contactPoint", company.Contacts.Count == 0 ? null : company.Contacts.Select(ContactOf).ToList())),
            SchemaOrg.Thing(
                "WebSite",
                ("@id", chrome.Absolute("/#site")),
                ("name", chrome.SiteName),
                ("url", chrome.Absolute("/")),
                ("inLanguage", chrome.Language),
                ("about", new Dictionary<string, object> { ["@id"] = id }),
                ("potentialAction", SchemaOrg.Thing(
                    "SearchAction",
                    ("target", SchemaOrg.Thing("EntryPoint", ("urlTemplate", chrome.Absolute("/news") + "?q={search_term_string}"))),
                    ("query-input", "required name=search_term_string")))));
    }

    private static Dictionary<string, object> ContactOf(Contact contact) => SchemaOrg.Thing(
        "ContactPoint", ("contactType", contact.Role ?? contact.Name), ("name", contact.Name), ("email", contact.Email), ("telephone", contact.Phone));
}
