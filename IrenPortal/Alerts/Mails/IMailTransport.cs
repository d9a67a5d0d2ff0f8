using System.Net.Mail;

namespace IrenPortal.Alerts.Mails;

/// <summary>How a sending ended.</summary>
public enum SendOutcome
{
    /// <summary>It was taken.</summary>
    Sent = 1,

    /// <summary>It was not taken now, and may be later.</summary>
    TryLater = 2,

    /// <summary>The server takes nothing now, of anybody: this mail is not to blame.</summary>
    ServerDown = 3,

    /// <summary>The mailbox refuses for good.</summary>
    MailboxRefused = 4,

    /// <summary>This mail is refused for good; the mailbox may be well.</summary>
    MailRefused = 5,

    /// <summary>It broke off, and may have been taken.</summary>
    Uncertain = 6,

    /// <summary>It is no longer to be sent.</summary>
    Dropped = 7,
}

/// <summary>How a sending ended, and what the server said.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Fault">In words without any address; empty where it went well.</param>
public readonly record struct SendResult(SendOutcome Outcome, string Fault = "");

/// <summary>Takes finished mail away.</summary>
public interface IMailTransport : IDisposable
{
    /// <summary>Where it goes, for staff.</summary>
    string Name { get; }

    /// <summary>Looks whether anything can be sent now; null where it can, else what is wrong.</summary>
    Task<string?> ProbeAsync(CancellationToken cancel);

    /// <summary>Sends one mail; may be called several times at once.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="delivery">Its row in the outbox.</param>
    /// <param name="cancel">Ends with the portal.</param>
    Task<SendResult> SendAsync(MailMessage message, Guid delivery, CancellationToken cancel);

    /// <summary>Whether a mail whose sending was cut off did go; null where nobody can know.</summary>
    bool? DidSend(Guid delivery);

    /// <summary>Lets go of what is open, after the last mail for now.</summary>
    void Rest();
}
