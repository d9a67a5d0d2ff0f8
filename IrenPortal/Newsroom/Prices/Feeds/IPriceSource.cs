using IrenPortal.Data.Newsroom;
using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>Something that brings prices by itself: a folder of dropped files, or an address that is asked.</summary>
public interface IPriceSource
{
    /// <summary>Its name on pages and in logs: the folder's or the host's, never an address with a key in it.</summary>
    string Name { get; }

    /// <summary>The way its prices come.</summary>
    PriceOrigin Origin { get; }

    /// <summary>Brings what there is.</summary>
    /// <param name="wishes">The symbols that the company lists and the sessions that are of interest; a folder brings what lies in it.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<PriceCatch> FetchAsync(IReadOnlyList<PriceWish> wishes, CancellationToken cancel);

    /// <summary>Words about an answer as pages and logs may show them: without the source's key, should it have sent that back.</summary>
    string Shown(string words);

    /// <summary>Tells the source what became of a delivery.</summary>
    Task SettleAsync(PriceDelivery delivery, IntakeOutcome outcome, CancellationToken cancel);
}

/// <summary>One symbol's sessions, both ends included.</summary>
public sealed record PriceWish(string Symbol, LocalDate From, LocalDate To, ExchangeCalendar Calendar);

/// <summary>Prices of one symbol as they came.</summary>
/// <param name="Label">What they are called: a file's name, or the source's host.</param>
/// <param name="Files">The texts; null where they can't be read.</param>
/// <param name="Faults">Why not, a line each.</param>
public sealed record PriceDelivery(string Label, PriceFiles? Files, IReadOnlyList<string> Faults);

/// <summary>What one look brought.</summary>
/// <param name="Deliveries">The deliveries, in the order in which they are to be taken.</param>
/// <param name="Faults">Why some or all could not be brought, a sentence each.</param>
public sealed record PriceCatch(IReadOnlyList<PriceDelivery> Deliveries, IReadOnlyList<string> Faults);
