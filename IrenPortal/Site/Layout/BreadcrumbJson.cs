namespace IrenPortal.Site.Layout;

/// <summary>The way to a page as a schema.org <c>BreadcrumbList</c>: the same links as <see cref="BreadcrumbTrail"/>, and the page itself.</summary>
public static class BreadcrumbJson
{
    /// <summary>The object as JSON.</summary>
    public static string Of(SiteChrome chrome, IReadOnlyList<PageLink> trail, PageLink page) => SchemaOrg.Document(SchemaOrg.Thing(
        "BreadcrumbList",
        ("itemListElement", trail.Append(page)
            .Select((link, place) => SchemaOrg.Thing("ListItem", ("position", place + 1), ("name", link.Text), ("item", chrome.Absolute(link.Href))))
            .ToList())));
}
