using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;

namespace IrenPortal.Alerts.Mails;

/// <summary>
/// Hands mail to a server by the platform's client. A client carries one mail at a time and keeps its connection, so there is one
/// for each mail that is under way; they are let go when the outbox is empty, since a server ends what is idle.
/// </summary>
public sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentBag<SmtpClient> _clients = [];

    /// <inheritdoc />
    public string Name => FormattableString.Invariant($"mail server {settings.Host}:{settings.Port}");

    /// <inheritdoc />
    public async Task<string?> ProbeAsync(CancellationToken cancel)
    {
        // The platform's client tells a server that never answers from one that broke off half-way by nothing.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(ConnectPatience);
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(settings.Host, settings.Port, patience.Token);
            var greeting = new byte[3];
            await socket.GetStream().ReadExactlyAsync(greeting, patience.Token);
            return greeting.AsSpan().SequenceEqual("220"u8) ? null : "The mail server does not greet as one that takes mail.";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "The mail server does not answer.";
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return "The mail server can't be connected to.";
        }
    }

    /// <inheritdoc />
    public async Task<SendResult> SendAsync(MailMessage message, Guid delivery, CancellationToken cancel)
    {
        var client = _clients.TryTake(out var idle) ? idle : NewClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            _clients.Add(client);
            return new SendResult(SendOutcome.Sent);
        }
        catch (SmtpException fault)
        {
            client.Dispose();
            return SmtpFaults.Judge(fault);
        }
        catch (OperationCanceledException)
        {
            client.Dispose();
            return new SendResult(SendOutcome.Uncertain, "The mail server stopped answering in the middle.");
        }
    }

    /// <inheritdoc />
    public bool? DidSend(Guid delivery) => null;

    /// <inheritdoc />
    public void Rest()
    {
        while (_clients.TryTake(out var client))
        {
            client.Dispose();
        }
    }

    /// <inheritdoc />
    public void Dispose() => Rest();

    private SmtpClient NewClient() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.Tls is MailTls.Required,
        Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
    };
}
