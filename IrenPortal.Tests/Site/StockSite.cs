using IrenPortal.Hosting;
using IrenPortal.Market.Prices;
using IrenPortal.Site.Layout;
using IrenPortal.Site.Published;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace IrenPortal.Tests.Site;

/// <summary>A site in memory that holds some prices and the Microsoft announcement, at the close of 15 May 2024 unless told otherwise.</summary>
internal static class StockSite
{
    public static SiteMoment At(LocalDate lastClosed, params IReadOnlyList<PriceSeries> prices)
    {
        var site = new PublishedSite
        {
            Version = 1,
            Head = new LedgerHead(1, Sample.Hash),
            Company = Sample.Company,
            Announcements =
            [
                new PublishedAnnouncement(1, 1, Instant.FromUtc(2025, 11, 3, 5, 0), 2025, "ai cloud", [], Sample.Document),
                new PublishedAnnouncement(2, 1, Instant.FromUtc(2024, 5, 10, 21, 0), 2024, "results", [], Sample.Document with
                {
                    Slug = "friday-evening", Headline = "Out on a Friday evening", ReleaseDate = null, ReleaseAt = Instant.FromUtc(2024, 5, 10, 21, 0),
                }),
            ],
            Contracts = [],
            Events = [],
            Pages = [],
            Prices = prices.ToDictionary(p => p.Symbol),
        };
        var now = Shipped.Calendar.CloseInstant(lastClosed);
        return new SiteMoment(site, now, now + Duration.FromHours(1), new Uri("https://ir.example"));
    }

    public static QueryFields Fields(string query) => new(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
