using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace IrenPortal.Tests.Alerts;

/// <summary>A mail server on a loopback port that answers as a test says, and keeps what it was told.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;

    public MailServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>The answer to a command, by its first word; null for the usual one.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>A certificate to offer STARTTLS with; null offers none.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Every command line, in order.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>Every message that was taken.</summary>
    public ConcurrentQueue<string> Messages { get; } = [];

    /// <summary>A certificate for localhost that nobody trusts.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        Certificate?.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = ServeAsync(client);
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var ended = client;
        try
        {
            await TalkAsync(client.GetStream());
        }
        catch (Exception broken) when (broken is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The other side went.
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        await SayAsync(stream, "220 localhost ESMTP");
        while (await LineAsync(stream) is { } line)
        {
            Commands.Enqueue(line);
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            var answer = Answer(word) ?? Usual(word);
            await SayAsync(stream, answer);
            if (word == "STARTTLS" && answer[0] == '2')
            {
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(Certificate!);
                stream = tls;
            }
            else if (word == "DATA" && answer[0] == '3')
            {
                var message = new StringBuilder();
                while (await LineAsync(stream) is { } text and not ".")
                {
                    message.Append(text.StartsWith("..", StringComparison.Ordinal) ? text[1..] : text).Append('\n');
                }

                Messages.Enqueue(message.ToString());
                await SayAsync(stream, Answer(".") ?? "250 taken");
            }
            else if (word == "QUIT" || answer.StartsWith("421", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    private string Usual(string word) => word switch
    {
        "EHLO" => Certificate is null ? "250-localhost\r\n250 8BITMIME" : "250-localhost\r\n250 STARTTLS",
        "STARTTLS" => "220 go on",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 well",
    };

    private static Task SayAsync(Stream stream, string text) => stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n")).AsTask();

    private static async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }
}
