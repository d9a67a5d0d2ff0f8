using NodaTime;

namespace IrenPortal.Data.Alerts;

/// <summary>How far a subscription is.</summary>
public enum SubscriberState
{
    /// <summary>Asked for, and not yet confirmed from the mailbox.</summary>
    Pending = 1,

    /// <summary>Confirmed: gets mail.</summary>
    Active = 2,

    /// <summary>The mailbox refused for good; gets nothing until its owner asks anew.</summary>
    Bounced = 3,
}

/// <summary>How often somebody wants mail.</summary>
public enum AlertRhythm
{
    /// <summary>With each release.</summary>
    Immediate = 1,

    /// <summary>Once a day, where there was something.</summary>
    Daily = 2,
}

/// <summary>Somebody who asked for mail. All that is kept of a person; who unsubscribes is deleted.</summary>
public sealed class Subscriber
{
    public required Guid Id { get; init; }

    /// <summary>Where mail goes, as given, its domain in ASCII.</summary>
    public required string Address { get; init; }

    /// <summary><see cref="Address"/> folded, so that one mailbox is one row.</summary>
    public required string AddressKey { get; init; }

    public required SubscriberState State { get; set; }

    public required AlertRhythm Rhythm { get; set; }

    /// <summary>Folded names of the wanted categories, one a line; empty for all.</summary>
    public required string Categories { get; set; }

    public required Instant AskedAt { get; set; }

    /// <summary>Only what is published after it is sent.</summary>
    public Instant? ConfirmedAt { get; set; }

    /// <summary>When a mail that a form asked for, such as the confirmation, was last put into the outbox.</summary>
    public required Instant FormMailAt { get; set; }

    /// <summary>How many such mails since the last confirmation.</summary>
    public required int FormMails { get; set; }

    /// <summary>When the mailbox last refused.</summary>
    public Instant? BouncedAt { get; set; }

    /// <summary>Refusals that may pass, since the last mail that came through.</summary>
    public required int SoftBounces { get; set; }

    /// <summary>Whether a category is wanted.</summary>
    /// <param name="categoryKey">Its folded name.</param>
    public bool Wants(string categoryKey) => Wants(Categories, categoryKey);

    /// <summary>Whether a category is among those that are stored.</summary>
    /// <param name="categories">As <see cref="Categories"/> holds them.</param>
    /// <param name="categoryKey">Its folded name.</param>
    public static bool Wants(string categories, string categoryKey) => categories.Length == 0 || categories.Split('\n').Contains(categoryKey, StringComparer.Ordinal);
}
