using IrenPortal.Content;
using IrenPortal.Hosting;
using IrenPortal.Market.Prices;
using IrenPortal.Ui.Formats;
using NodaTime;

namespace IrenPortal.Site.Layout;

/// <summary>What every page shows around its content: the same for all addresses at one store version and page day.</summary>
public sealed record SiteChrome
{
    /// <summary>The company and its listing.</summary>
    public required CompanyProfile Company { get; init; }

    /// <summary>Scheme, host and port that absolute addresses begin with.</summary>
    public required Uri PublicOrigin { get; init; }

    /// <summary>The language of the pages, as a tag.</summary>
    public string Language { get; init; } = SiteLanguage.BuiltIn;

    /// <summary>The share's newest session; null where there are no prices, then the price strip is left out.</summary>
    public Quote? Quote { get; init; }

    /// <summary>The benchmark's newest session.</summary>
    public Quote? BenchmarkQuote { get; init; }

    /// <summary>The newest entry of the ledger; null before the first.</summary>
    public LedgerHead? Ledger { get; init; }

    /// <summary>The standing pages that exist, in the order of the footer.</summary>
    public IReadOnlyList<PageLink> Pages { get; init; } = [];

    /// <summary>What the browser calls every page, where a title may not say what is on it: the staff preview. Null for readers.</summary>
    public string? PlainTitle { get; init; }

    /// <summary>What stands above everything else, where the page is no reader's: the staff preview in a tab of its own. Null for readers.</summary>
    public string? Notice { get; init; }

    /// <summary>What the site is called, in titles, cards and feeds.</summary>
    public string SiteName => Phrase.With(LayoutTexts.SiteName, Company.Name);

    /// <summary>The zone in which dates and times are printed.</summary>
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Company.Zone];

    /// <summary>The benchmark's name in words, its symbol where it has none.</summary>
    public string BenchmarkName =>
        Company.Symbols.FirstOrDefault(symbol => symbol.Symbol == Company.Benchmark)?.Name ?? Company.Benchmark;

    /// <summary>The absolute address of a path that begins with a slash.</summary>
    public string Absolute(string path) => new Uri(PublicOrigin, path).AbsoluteUri;

    /// <summary>Whether a standing page exists at this address.</summary>
    public bool HasPage(string href) => Pages.Any(page => page.Href == href);
}

/// <summary>The newest entry of the public ledger.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Hash">Its hash, lower-case hexadecimal.</param>
public sealed record LedgerHead(long Number, string Hash);

/// <summary>An address of this site and what it is called.</summary>
/// <param name="Href">A path that begins with a slash.</param>
/// <param name="Text">Its name.</param>
public sealed record PageLink(string Href, string Text);
