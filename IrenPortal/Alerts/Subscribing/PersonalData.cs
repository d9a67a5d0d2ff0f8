using IrenPortal.Data.Alerts;
using NodaTime;

namespace IrenPortal.Alerts.Subscribing;

/// <summary>All that is kept of one person, for that person.</summary>
/// <param name="Address">Where mail goes.</param>
/// <param name="State">Whether it was confirmed.</param>
/// <param name="Rhythm">How often mail is wanted.</param>
/// <param name="Categories">The wanted categories, folded; empty for all.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="ConfirmedAt">When it was confirmed.</param>
/// <param name="BouncedAt">When the mailbox refused.</param>
/// <param name="Mails">What was sent or waits.</param>
public sealed record PersonalData(
    string Address, SubscriberState State, AlertRhythm Rhythm, IReadOnlyList<string> Categories, Instant AskedAt, Instant? ConfirmedAt, Instant? BouncedAt, IReadOnlyList<PersonalMail> Mails)
{
    /// <summary>The data of a subscriber.</summary>
    public static PersonalData Of(Subscriber subscriber, IEnumerable<Delivery> deliveries) => new(
        subscriber.Address, subscriber.State, subscriber.Rhythm, Wishes.Of(subscriber).CategoryKeys, subscriber.AskedAt, subscriber.ConfirmedAt, subscriber.BouncedAt,
        [.. deliveries.Select(d => new PersonalMail(d.Kind, d.Reference, d.State, d.QueuedAt, d.SettledAt))]);
}

/// <summary>One mail of a person.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Reference">What it is about: an instant, or numbers of the public ledger.</param>
/// <param name="State">How far it is.</param>
/// <param name="QueuedAt">Since when.</param>
/// <param name="SettledAt">When it was sent or given up.</param>
public sealed record PersonalMail(DeliveryKind Kind, string Reference, DeliveryState State, Instant QueuedAt, Instant? SettledAt);
