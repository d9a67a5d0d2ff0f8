using System.Net.Mail;
using IrenPortal.Data;

namespace IrenPortal.Alerts.Mails;

/// <summary>Writes each mail into a file that is named after its row in the outbox: whole or not at all, and never twice.</summary>
public sealed class FolderTransport(string folder) : IMailTransport
{
    /// <inheritdoc />
    public string Name => "folder of files";

    /// <inheritdoc />
    public Task<string?> ProbeAsync(CancellationToken cancel) => Task.FromResult<string?>(null);

    /// <inheritdoc />
    public async Task<SendResult> SendAsync(MailMessage message, Guid delivery, CancellationToken cancel)
    {
        // The platform's writer takes a folder and chooses a name of its own.
        var desk = Path.Combine(folder, ".new", delivery.ToString("N"));
        if (Directory.Exists(desk))
        {
            Directory.Delete(desk, recursive: true);
        }

        OwnerOnlyFile.CreateDirectory(desk);
        using (var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = desk })
        {
            await writer.SendMailAsync(message, cancel);
        }

        File.Move(Directory.GetFiles(desk).Single(), PathOf(delivery), overwrite: true);
        Directory.Delete(desk);
        return new SendResult(SendOutcome.Sent);
    }

    /// <inheritdoc />
    public bool? DidSend(Guid delivery) => File.Exists(PathOf(delivery));

    /// <inheritdoc />
    public void Rest()
    {
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private string PathOf(Guid delivery) => Path.Combine(folder, delivery.ToString("N") + ".eml");
}
