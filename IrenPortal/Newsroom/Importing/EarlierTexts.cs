using IrenPortal.Content;
using IrenPortal.Data.Public;
using NodaTime;

namespace IrenPortal.Newsroom.Importing;

/// <summary>The texts before each correction that an export brings; they go out first, under the numbers that they had.</summary>
internal sealed class EarlierTexts(ContentSet set, ContentContext context)
{
    /// <summary>Those of one document, oldest first.</summary>
    public IEnumerable<Incoming> Of(EditionKind kind, string slug) => kind switch
    {
        EditionKind.Announcement => InOrder(set.EarlierAnnouncements, slug).Select(d => Incoming.Of(d, context.Now)),
        EditionKind.Contract => InOrder(set.EarlierContracts, slug).Select(d => Incoming.Of(d, waits: false, AnnouncedOn(d, context))),
        _ => InOrder(set.EarlierPages, slug).Select(d => Incoming.Of(d, context.Now)),
    };

    /// <summary>The instant that a contract's edition carries: the day on which it was announced, else now.</summary>
    public static Instant AnnouncedOn(ContractDocument contract, ContentContext context) => contract.Announced is { } day ? context.Zone.AtStartOfDay(day).ToInstant() : context.Now;

    private static IEnumerable<T> InOrder<T>(IReadOnlyList<EarlierEdition<T>> editions, string slug)
        where T : class => editions.Where(e => e.Slug == slug).OrderBy(e => e.Version).Select(e => e.Document);
}
