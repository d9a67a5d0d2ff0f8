using IrenPortal.Alerts.Mails;
using IrenPortal.Site.Published;

namespace IrenPortal.Alerts.Delivering;

/// <summary>Sends what is due, a few mails at once, until the outbox is empty or the server takes no more.</summary>
public sealed class Sender(Outbox outbox, LetterDesk desk, MailWriter writer, IMailTransport transport, SiteMoments moments)
{
    /// <summary>Mails under way at once. So many at most are in doubt when the process dies.</summary>
    public const int Volley = 8;

    /// <summary>Sends. A volley that has begun is finished even when the portal stops, so that an ordinary stop leaves nothing in doubt.</summary>
    /// <param name="cancel">Ends with the portal.</param>
    /// <returns>How many went, and why the server takes nothing more; null where it does.</returns>
    public async Task<(int Sent, string? Fault)> RunAsync(CancellationToken cancel)
    {
        if (!await outbox.HasDueAsync(cancel))
        {
            return (0, null);
        }

        if (await transport.ProbeAsync(cancel) is { } closed)
        {
            return (0, closed);
        }

        try
        {
            return await DrainAsync(cancel);
        }
        finally
        {
            transport.Rest();
        }
    }

    private async Task<(int Sent, string? Fault)> DrainAsync(CancellationToken cancel)
    {
        var sent = 0;
        IReadOnlyList<(ClaimedDelivery Claimed, SendResult Result)> ended = [];
        while (true)
        {
            var fault = ended.Select(e => e.Result).FirstOrDefault(r => r.Outcome is SendOutcome.ServerDown).Fault;
            var claimed = await outbox.NextAsync(ended, fault is null && !cancel.IsCancellationRequested ? Volley : 0, CancellationToken.None);
            if (claimed.Count == 0)
            {
                return (sent, fault);
            }

            ended = await SendAsync(claimed);
            sent += ended.Count(e => e.Result.Outcome is SendOutcome.Sent);
        }
    }

    private async Task<IReadOnlyList<(ClaimedDelivery Claimed, SendResult Result)>> SendAsync(IReadOnlyList<ClaimedDelivery> volley)
    {
        var letters = await desk.WriteAsync(volley, (await moments.NowAsync()).Chrome, CancellationToken.None);
        return await Task.WhenAll(volley.Select(async (claimed, i) => (claimed, letters[i] is { } letter ? await SendAsync(claimed, letter) : new SendResult(SendOutcome.Dropped))));
    }

    private async Task<SendResult> SendAsync(ClaimedDelivery claimed, Letter letter)
    {
        var address = claimed.Subscriber?.Address ?? claimed.Delivery.Reference;
        using var message = await writer.WriteAsync(letter, claimed.Delivery, address, claimed.Subscriber);
        return await transport.SendAsync(message, claimed.Delivery.Id, CancellationToken.None);
    }
}
