using IrenPortal.Alerts;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace IrenPortal.Tests.Alerts;

public sealed class MailSettingsTests
{
    [Fact]
    public void Without_a_setting_mail_goes_into_the_folder()
    {
        var mail = MailSettings.From(Of([]));

        (mail.Transport, mail.Port, mail.Tls).ShouldBe((MailTransport.Folder, 587, MailTls.Required));
        AlertSettings.From(Of([])).DigestAt.ShouldBe(new LocalTime(18, 0));
    }

    [Theory]
    [InlineData("Mail:Transport", "Pigeon", "write Folder or Smtp")]
    [InlineData("Mail:Transport", "Smtp", "Mail:Host: '' is no host", "Mail:Host", null)]
    [InlineData("Mail:Host", "mail server", "Mail:Host: 'mail server' is no host")]
    [InlineData("Mail:From", null, "Mail:From: missing")]
    [InlineData("Mail:From", "IREN <a@b.example>", "write one without a name")]
    [InlineData("Mail:Port", "465", "STARTTLS")]
    [InlineData("Mail:Port", "0", "write a number")]
    [InlineData("Mail:Tls", "None", "only a server on this machine")]
    [InlineData("Mail:User", "portal", "Mail:Password: a user needs a password")]
    [InlineData("Mail:BounceFolder", "/no/such/folder", "does not exist")]
    public void A_wrong_value_is_one_line_that_names_its_key(string key, string? value, string words, string? also = null, string? alsoValue = null)
    {
        var settings = new Dictionary<string, string?> { ["Mail:Transport"] = "Smtp", ["Mail:Host"] = "mail.example.com", ["Mail:From"] = "alerts@example.com", [key] = value };
        if (also is not null)
        {
            settings[also] = alsoValue;
        }

        var refused = Should.Throw<FormatException>(() => MailSettings.From(Of(settings)));

        refused.Message.ShouldStartWith("Mail:");
        refused.Message.ShouldContain(words);
        refused.Message.ShouldNotContain('\n');
    }

    [Fact]
    public void The_hour_of_the_day_s_mail_is_a_time_of_day() =>
        Should.Throw<FormatException>(() => AlertSettings.From(Of(new() { ["Alerts:DigestAt"] = "6pm" }))).Message.ShouldBe("Alerts:DigestAt: '6pm' is no time of day; write hours and minutes such as 18:00");

    private static IConfiguration Of(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings.Where(s => s.Value is not null)).Build();
}
