namespace IrenPortal.Site.Layout;

/// <summary>The part of the site to which a page belongs; its link in the masthead is marked.</summary>
public enum NavSection
{
    /// <summary>None of the links.</summary>
    None,

    /// <summary>Announcements.</summary>
    News,

    /// <summary>The contract book.</summary>
    Contracts,

    /// <summary>Price and reactions.</summary>
    Stock,

    /// <summary>The calendar.</summary>
    Events,

    /// <summary>The company and its standing pages.</summary>
    About,

    /// <summary>Search over everything.</summary>
    Search,
}
