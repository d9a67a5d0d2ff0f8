using IrenPortal.Newsroom.Frame;
using NodaTime;

namespace IrenPortal.Newsroom.Subscribers;

/// <summary>How many people get mail. No page of the newsroom says who.</summary>
/// <param name="Immediate">Confirmed, with each release.</param>
/// <param name="Daily">Confirmed, once a day.</param>
/// <param name="Pending">Asked and not confirmed yet.</param>
/// <param name="Bounced">Their mailbox refuses.</param>
/// <param name="Categories">How many of the confirmed get each category.</param>
public sealed record SubscriberCounts(int Immediate, int Daily, int Pending, int Bounced, IReadOnlyList<(string Category, int Count)> Categories)
{
    /// <summary>Who gets mail.</summary>
    public int Active => Immediate + Daily;
}

/// <summary>How the outbox stands.</summary>
/// <param name="Waiting">Mails that wait for their turn.</param>
/// <param name="WaitingSince">Since when the one that was due first waits; null where none is due.</param>
/// <param name="Sending">Under way.</param>
/// <param name="Uncertain">Cut off in the middle: the server may have them.</param>
/// <param name="Faults">Why mails were given up within the last days, most frequent first.</param>
/// <param name="ServerFault">Why nothing can be sent; null where it can.</param>
/// <param name="ServerFaultSince">Since when.</param>
public sealed record OutboxState(
    int Waiting, Instant? WaitingSince, int Sending, int Uncertain, IReadOnlyList<(string Fault, int Count)> Faults, string? ServerFault, Instant? ServerFaultSince);

/// <summary>What became of the mail about one thing.</summary>
/// <param name="Name">A headline, or what kind of mail it is.</param>
/// <param name="Href">Its page for readers; null where it has none.</param>
/// <param name="Version">The edition; 0 where it is none.</param>
/// <param name="PublicAt">When it became public; null where it is no edition.</param>
/// <param name="Made">Mails made.</param>
/// <param name="Sent">Mails sent.</param>
/// <param name="Waiting">Mails that wait or are under way.</param>
/// <param name="FirstSent">When the first was sent.</param>
/// <param name="LastSent">When the newest was sent.</param>
public sealed record MailingRow(string Name, string? Href, int Version, Instant? PublicAt, int Made, int Sent, int Waiting, Instant? FirstSent, Instant? LastSent)
{
    /// <summary>From public to the first mail that was sent.</summary>
    public Duration? FirstLag => FirstSent - PublicAt;

    /// <summary>From public to the newest mail that was sent.</summary>
    public Duration? LastLag => LastSent - PublicAt;
}

/// <summary>The page of e-mail alerts.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="People">How many get mail.</param>
/// <param name="Outbox">How the outbox stands.</param>
/// <param name="Mailings">The newest mailings.</param>
/// <param name="Now">When it was read.</param>
/// <param name="Done">What was done just now, in words; null where nothing was.</param>
public sealed record SubscribersView(StaffFrame Frame, SubscriberCounts People, OutboxState Outbox, IReadOnlyList<MailingRow> Mailings, Instant Now, string? Done);
