using NodaTime;

namespace IrenPortal.Data.Alerts;

/// <summary>What a mail says. Confirmations stand first: who waits for one looks at the mailbox now.</summary>
public enum DeliveryKind
{
    /// <summary>Please confirm; <see cref="Delivery.Reference"/> is the instant of asking.</summary>
    Confirmation = 1,

    /// <summary>Somebody asked with an address that is subscribed already: the link to its preferences.</summary>
    Reminder = 2,

    /// <summary>A trial by staff; <see cref="Delivery.Reference"/> is the address.</summary>
    Test = 3,

    /// <summary>An edition of an announcement; <see cref="Delivery.Reference"/> is its ledger number.</summary>
    Edition = 4,

    /// <summary>A day's editions; <see cref="Delivery.Reference"/> is the first and the last ledger number that they lie between.</summary>
    Digest = 5,
}

/// <summary>How far a mail is.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its turn.</summary>
    Queued = 1,

    /// <summary>Being sent, by whoever claimed it.</summary>
    Sending = 2,

    /// <summary>Taken by the mail server, or written into the folder.</summary>
    Sent = 3,

    /// <summary>Refused for good, or too old to be of use.</summary>
    Failed = 4,

    /// <summary>No longer wanted when its turn came: the text was replaced meanwhile, or the person left.</summary>
    Dropped = 5,

    /// <summary>The sending was cut off, so that the server may have it or not. Never sent again by itself, since nobody may get it twice.</summary>
    Uncertain = 6,
}

/// <summary>One mail to one person: a row of the outbox. It holds no text; that is read from the public store when it is sent.</summary>
public sealed class Delivery
{
    public required Guid Id { get; init; }

    /// <summary>To whom; null for a trial.</summary>
    public Guid? SubscriberId { get; init; }

    public required DeliveryKind Kind { get; init; }

    /// <summary>What it is about; with kind and person unique, so that nobody can get it twice.</summary>
    public required string Reference { get; init; }

    public required DeliveryState State { get; set; }

    public required Instant QueuedAt { get; init; }

    /// <summary>Not before.</summary>
    public required Instant DueAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Who sends it: one value for each claim.</summary>
    public Guid? Claim { get; set; }

    /// <summary>When a claim that was never settled counts as cut off.</summary>
    public Instant? ClaimEnds { get; set; }

    /// <summary>When it was sent, refused or dropped.</summary>
    public Instant? SettledAt { get; set; }

    /// <summary>What the mail server said last, without the address; empty where nothing.</summary>
    public string Fault { get; set; } = "";

    /// <summary>A mail that is due at once.</summary>
    public static Delivery New(Guid? subscriber, DeliveryKind kind, string reference, Instant now) => new()
    {
        Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
        SubscriberId = subscriber,
        Kind = kind,
        Reference = reference,
        State = DeliveryState.Queued,
        QueuedAt = now,
        DueAt = now,
    };
}

/// <summary>How far the outbox has come with what is public. One row.</summary>
public sealed class AlertsProgress
{
    /// <summary>Its only key.</summary>
    public const int OnlyId = 1;

    public required int Id { get; init; }

    /// <summary>Editions up to this ledger number are in the outbox.</summary>
    public required long Number { get; set; }

    /// <summary>Editions up to this ledger number were in a digest.</summary>
    public required long DigestNumber { get; set; }

    /// <summary>The last day that had its digest, in the company's zone.</summary>
    public required LocalDate DigestDay { get; set; }

    /// <summary>Why nothing can be sent; empty where it can.</summary>
    public string MailFault { get; set; } = "";

    /// <summary>Since when.</summary>
    public Instant? MailFaultSince { get; set; }
}
