using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace IrenPortal.Alerts.Mails;

/// <summary>What the platform's client reports, as what becomes of the mail (RFC 5321, 4.2.1: 4yz may pass, 5yz won't).</summary>
public static class SmtpFaults
{
    /// <summary>What becomes of it. The server's own words are left out: they may hold the address.</summary>
    public static SendResult Judge(SmtpException fault) => fault switch
    {
        { StatusCode: SmtpStatusCode.GeneralFailure } => Broken(fault),
        { StatusCode: SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.ServiceClosingTransmissionChannel } =>
            Of(SendOutcome.ServerDown, fault, "takes no mail now"),
        { StatusCode: SmtpStatusCode.ClientNotPermitted or SmtpStatusCode.MustIssueStartTlsFirst } or { StatusCode: (SmtpStatusCode)534 or (SmtpStatusCode)535 } =>
            Of(SendOutcome.ServerDown, fault, "does not let this portal in: check Mail:User, Mail:Password and Mail:Tls"),
        { StatusCode: < (SmtpStatusCode)500 } => Of(SendOutcome.TryLater, fault, "puts this mail off"),
        SmtpFailedRecipientException { StatusCode: not SmtpStatusCode.ExceededStorageAllocation } => Of(SendOutcome.MailboxRefused, fault, "refuses this mailbox"),
        { StatusCode: SmtpStatusCode.ExceededStorageAllocation } => Of(SendOutcome.TryLater, fault, "says that the mailbox is full"),
        _ => Of(SendOutcome.MailRefused, fault, "refuses this mail"),
    };

    private static SendResult Broken(SmtpException fault) => fault.InnerException switch
    {
        SocketException => new SendResult(SendOutcome.ServerDown, "The mail server can't be connected to."),
        AuthenticationException => new SendResult(SendOutcome.ServerDown, "The mail server's certificate is not trusted: nothing was sent."),
        null => new SendResult(SendOutcome.ServerDown, "The mail server offers no STARTTLS or no sign-in that this portal knows: nothing was sent."),
        _ => new SendResult(SendOutcome.Uncertain, "The connection broke in the middle."),
    };

    private static SendResult Of(SendOutcome outcome, SmtpException fault, string words) =>
        new(outcome, FormattableString.Invariant($"The mail server {words} ({(int)fault.StatusCode})."));
}
