using System.Collections.Concurrent;
using System.Net.Mail;
using IrenPortal.Alerts.Mails;

namespace IrenPortal.Tests.Alerts;

/// <summary>Takes mail as a test says.</summary>
internal sealed class StubTransport : IMailTransport
{
    /// <summary>What becomes of the mail to an address.</summary>
    public Func<string, SendResult> Answer { get; set; } = _ => new SendResult(SendOutcome.Sent);

    /// <summary>Whether anything can be sent.</summary>
    public string? Closed { get; set; }

    /// <summary>Addresses and message ids, in the order of sending.</summary>
    public ConcurrentQueue<(string To, string Id)> Seen { get; } = [];

    public string Name => "stub";

    public Task<string?> ProbeAsync(CancellationToken cancel) => Task.FromResult(Closed);

    public Task<SendResult> SendAsync(MailMessage message, Guid delivery, CancellationToken cancel)
    {
        var to = message.To[0].Address;
        Seen.Enqueue((to, message.Headers["Message-ID"]!));
        return Task.FromResult(Answer(to));
    }

    public bool? DidSend(Guid delivery) => null;

    public void Rest()
    {
    }

    public void Dispose()
    {
    }
}
