using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using IrenPortal.Alerts;
using IrenPortal.Alerts.Mails;

namespace IrenPortal.Tests.Alerts;

/// <summary>What the platform's client and a mail server make of a mail.</summary>
public sealed class SmtpTransportTests
{
    [Fact]
    public async Task A_mail_arrives_whole_and_one_connection_carries_many()
    {
        await using var server = new MailServer();
        using var transport = new SmtpTransport(Settings(server.Port, MailTls.None));
        (await transport.ProbeAsync(CancellationToken.None)).ShouldBeNull();
        for (var i = 0; i < 3; i++)
        {
            using var message = Message("Größer\n.\n..\nends");
            (await transport.SendAsync(message, Guid.NewGuid(), CancellationToken.None)).Outcome.ShouldBe(SendOutcome.Sent);
        }

        transport.Rest();
        server.Messages.Count.ShouldBe(3);
        server.Commands.Count(c => c.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase)).ShouldBe(1);
        server.Commands.ShouldContain("RCPT TO:<ann@example.com>");
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such ann@example.com", SendOutcome.MailboxRefused)]
    [InlineData("RCPT", "553 no", SendOutcome.MailboxRefused)]
    [InlineData("RCPT", "552 full", SendOutcome.TryLater)]
    [InlineData("RCPT", "450 busy", SendOutcome.TryLater)]
    [InlineData("RCPT", "451 greylisted", SendOutcome.TryLater)]
    [InlineData("MAIL", "452 no room", SendOutcome.TryLater)]
    [InlineData("MAIL", "421 closing", SendOutcome.ServerDown)]
    [InlineData("MAIL", "530 sign in", SendOutcome.ServerDown)]
    [InlineData("DATA", "554 no", SendOutcome.MailRefused)]
    [InlineData(".", "554 looks like spam to ann@example.com", SendOutcome.MailRefused)]
    [InlineData(".", "451 not now", SendOutcome.TryLater)]
    public async Task What_the_server_answers_decides_and_its_words_are_not_kept(string command, string answer, SendOutcome expected)
    {
        await using var server = new MailServer { Answer = word => word == command ? answer : null };
        using var transport = new SmtpTransport(Settings(server.Port, MailTls.None));
        using var message = Message("Text");

        var result = await transport.SendAsync(message, Guid.NewGuid(), CancellationToken.None);

        result.Outcome.ShouldBe(expected, result.Fault);
        result.Fault.ShouldNotBeEmpty();
        result.Fault.ShouldNotContain("ann");
    }

    [Fact]
    public async Task Without_a_trusted_way_nothing_is_told()
    {
        await using var plain = new MailServer();
        await using var untrusted = new MailServer { Certificate = MailServer.SelfSigned() };
        foreach (var server in new[] { plain, untrusted })
        {
            using var transport = new SmtpTransport(Settings(server.Port, MailTls.Required) with { User = "portal", Password = "secret" });
            using var message = Message("Text");

            (await transport.SendAsync(message, Guid.NewGuid(), CancellationToken.None)).Outcome.ShouldBe(SendOutcome.ServerDown);

            server.Commands.ShouldNotContain(c => c.StartsWith("MAIL", StringComparison.Ordinal) || c.StartsWith("AUTH", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_does_not_greet_is_found_out_before_anything_is_claimed()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        using (var transport = new SmtpTransport(Settings(port, MailTls.None)))
        {
            using var hurry = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            await Should.ThrowAsync<OperationCanceledException>(() => transport.ProbeAsync(hurry.Token));
        }

        silent.Stop();
        using var gone = new SmtpTransport(Settings(port, MailTls.None));
        (await gone.ProbeAsync(CancellationToken.None)).ShouldBe("The mail server can't be connected to.");
        using var message = Message("Text");
        (await gone.SendAsync(message, Guid.NewGuid(), CancellationToken.None)).Outcome.ShouldBe(SendOutcome.ServerDown);
    }

    private static MailSettings Settings(int port, MailTls tls) => new(MailTransport.Smtp, "localhost", port, null, null, "alerts@example.com", tls, null, null);

    private static MailMessage Message(string text) => new("alerts@example.com", "ann@example.com", "Subject", text);
}
