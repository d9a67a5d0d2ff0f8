using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Market.Calendar;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Layout;
using NodaTime;

namespace IrenPortal.Site.Published;

/// <summary>
/// All that an answer depends on beside its address: the store version, and the last instant at which a session closed or
/// an event began. Its answers are kept with it.
/// </summary>
public sealed class SiteMoment
{
    private static readonly string[] FooterOrder = ["about", "governance", "contact", "faq", "forward-looking", "privacy", "accessibility"];

    /// <summary>Makes the moment.</summary>
    public SiteMoment(PublishedSite site, Instant asOf, Instant until, Uri origin, string language = SiteLanguage.BuiltIn)
    {
        (Site, AsOf, Until) = (site, asOf, until);
        Chrome = new SiteChrome
        {
            Company = site.Company,
            PublicOrigin = origin,
            Language = language,
            Quote = QuoteOf(site.Firm),
            BenchmarkQuote = QuoteOf(site.Benchmark),
            Ledger = site.Head,
            Pages = [.. site.Pages.OrderBy(p => Array.IndexOf(FooterOrder, p.Document.Slug) is >= 0 and var place ? place : int.MaxValue).Select(p => new PageLink("/" + p.Document.Slug, p.Document.Title))],
        };
    }

    /// <summary>Everything public at this version.</summary>
    public PublishedSite Site { get; }

    /// <summary>What pages take for now: nothing that they show changes between this instant and <see cref="Until"/>.</summary>
    public Instant AsOf { get; }

    /// <summary>The next close or beginning.</summary>
    public Instant Until { get; }

    /// <summary>What stands around every page.</summary>
    public SiteChrome Chrome { get; }

    /// <summary>The last session of the exchange that has closed.</summary>
    public LocalDate LastClosedSession => ExchangeCalendar.UsEquities.LastClosedSession(AsOf);

    /// <summary>Finished answers.</summary>
    public AnswerCache Answers { get; } = new();

    private Quote? QuoteOf(PriceSeries? series) => series is null
        ? null
        : Quote.Of(series, Site.CalendarOf(series.Symbol), Site.CalendarOf(series.Symbol).LastClosedSession(AsOf));
}

/// <summary>Tells the moment that requests of now belong to.</summary>
public sealed class SiteMoments(PublishedSites sites, PublicOrigin origin, PortalSettings settings, TimeProvider time)
{
    private SiteMoment? _current;

    /// <summary>The company's name as last read; null before the first reading. It needs no store.</summary>
    public string? CompanyName => _current?.Site.Company.Name;

    /// <summary>The newest version at this time.</summary>
    /// <exception cref="StoreUnavailableException">The store has not been read yet.</exception>
    public ValueTask<SiteMoment> NowAsync()
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return _current is { } current && sites.IsCurrent(current.Site) && now >= current.AsOf && now < current.Until
            ? ValueTask.FromResult(current)
            : new(AtAsync(now));
    }

    private async Task<SiteMoment> AtAsync(Instant now)
    {
        var site = await sites.CurrentAsync();
        var (from, until) = TurnsAround(now, site);
        var current = _current;
        if (current is not null && ReferenceEquals(current.Site, site) && current.AsOf == from)
        {
            return current;
        }

        var moment = new SiteMoment(site, from, until, origin.Value, settings.Language.Name);
        Interlocked.CompareExchange(ref _current, moment, current);
        return moment;
    }

    private static (Instant From, Instant Until) TurnsAround(Instant now, PublishedSite site)
    {
        var calendar = ExchangeCalendar.UsEquities;
        var (closed, closes) = (calendar.CloseInstant(calendar.LastClosedSession(now)), calendar.CloseInstant(calendar.EventSession(now)));
        var (begun, begins) = (Instant.MinValue, Instant.MaxValue);
        foreach (var entry in site.Events)
        {
            if (entry.Begins > now)
            {
                begins = Instant.Min(begins, entry.Begins);
            }
            else
            {
                begun = Instant.Max(begun, entry.Begins);
            }
        }

        return (Instant.Max(closed, begun), Instant.Min(closes, begins));
    }
}
