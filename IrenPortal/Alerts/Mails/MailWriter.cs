using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using IrenPortal.Data.Alerts;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Alerts.Mails;

/// <summary>Makes a letter a mail: plain text and HTML, and the headers that programs go by.</summary>
public sealed class MailWriter(MailSettings settings, AlertLinks links, PublicOrigin origin, DocumentRenderer renderer)
{
    /// <summary>The mail of a letter; the caller disposes it.</summary>
    /// <param name="letter">What it says.</param>
    /// <param name="delivery">Its row in the outbox, which gives it its name for good.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="to">Whom it is for; null for a trial.</param>
    public async Task<MailMessage> WriteAsync(Letter letter, Delivery delivery, string address, Subscriber? to)
    {
        var html = Encoding.UTF8.GetString((await renderer.RenderAsync<LetterMail>(new() { [nameof(LetterMail.Letter)] = letter })).Body.Span);
        var message = new MailMessage
        {
            From = new MailAddress(settings.Sender, letter.Sender, Encoding.UTF8),
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(address));
        message.AlternateViews.Add(View(letter.ToPlainText(), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(html, MediaTypeNames.Text.Html));
        var host = message.From.Host;
        message.Headers["Message-ID"] = $"<{delivery.Id:N}@{host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["X-Auto-Response-Suppress"] = "All";
        if (to is not null)
        {
            // The envelope's sender: a refusal tells by it whom it is about.
            if (settings.BounceAddress is { } bounces)
            {
                message.Sender = new MailAddress(bounces.Replace("@", $"+{links.BounceTag(to.Id)}@", StringComparison.Ordinal));
            }

            if (delivery.Kind is DeliveryKind.Edition or DeliveryKind.Digest)
            {
                message.Headers["List-Id"] = $"<alerts.{origin.Value.Host}>";
                message.Headers["List-Unsubscribe"] = $"<{origin.Absolute(links.Href(AlertLink.Unsubscribe, to.Id))}>";
                message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
            }
        }

        return message;
    }

    private static AlternateView View(string text, string type)
    {
        // Base64, since the platform's quoted-printable encodes line ends as characters, which RFC 2045 (6.7) forbids in text.
        var view = AlternateView.CreateAlternateViewFromString(text.ReplaceLineEndings("\r\n"), Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
