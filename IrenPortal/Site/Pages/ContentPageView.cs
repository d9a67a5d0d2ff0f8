using IrenPortal.Content;
using IrenPortal.Site.Editions;
using IrenPortal.Site.Layout;

namespace IrenPortal.Site.Pages;

/// <summary>A standing page.</summary>
/// <param name="Chrome">What stands around the content.</param>
/// <param name="Page">Its fields.</param>
/// <param name="BodyHtml">Its text, rendered by the allow-list renderer.</param>
public sealed record ContentPageView(SiteChrome Chrome, PageDocument Page, string BodyHtml)
{
    /// <summary>Its address.</summary>
    public string Href => "/" + Page.Slug;

    /// <summary>Where this edition stands among the others; a draft stands alone.</summary>
    public EditionStanding Standing { get; init; } = new("/" + Page.Slug, 0, 0, []);
}
