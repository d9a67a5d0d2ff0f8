using IrenPortal.Alerts;

namespace IrenPortal.Tests.Alerts;

public sealed class AddressAndLinkTests
{
    [Theory]
    [InlineData(" ann@example.com ", "ann@example.com")]
    [InlineData("Ann.O'Neil+ir@Mail.Example.COM", "Ann.O'Neil+ir@mail.example.com")]
    [InlineData("ann@bücher.example", "ann@xn--bcher-kva.example")]
    [InlineData("Ann <ann@example.com>", null)]
    [InlineData("ann@localhost", null)]
    [InlineData("ann@[10.0.0.1]", null)]
    [InlineData("ann@10.0.0.1", null)]
    [InlineData("ann@example..com", null)]
    [InlineData("ann@-example.com", null)]
    [InlineData("\"a b\"@example.com", null)]
    [InlineData("änn@example.com", null)]
    [InlineData("ann@example.com\r\nBcc: all@example.com", null)]
    [InlineData("ann@example.com,bea@example.com", null)]
    [InlineData("@example.com", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_address_is_one_that_mail_can_be_sent_to_or_none(string? written, string? expected) => EmailAddress.Read(written).ShouldBe(expected);

    [Fact]
    public void One_mailbox_has_one_key() => EmailAddress.Key("Ann@example.com").ShouldBe(EmailAddress.Key("ann@Example.com"));

    [Fact]
    public void A_link_names_its_subscriber_for_its_purpose_alone_and_survives_no_change()
    {
        var folder = Directory.CreateTempSubdirectory();
        var links = AlertLinks.Open(folder.FullName);
        var id = Guid.NewGuid();
        var token = links.Href(AlertLink.Preferences, id).Split("?t=")[1];

        links.Read(AlertLink.Preferences, token).ShouldBe(id);
        AlertLinks.Open(folder.FullName).Read(AlertLink.Preferences, token).ShouldBe(id, "the key is kept");
        links.Read(AlertLink.Unsubscribe, token).ShouldBeNull();
        links.Read(AlertLink.Confirm, token).ShouldBeNull();
        for (var i = 0; i < token.Length; i++)
        {
            links.Read(AlertLink.Preferences, token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..]).ShouldNotBe(id);
        }

        foreach (var wrong in new[] { null, "", "x", token + "A", token[..^1], new string('!', token.Length) })
        {
            links.Read(AlertLink.Preferences, wrong).ShouldBeNull();
        }

        links.ReadBounceTag(links.BounceTag(id)).ShouldBe(id);
        links.BounceTag(id).ShouldMatch("^[0-9a-f]{44}$", "a local part has room for 64 characters and no case");
        links.ReadBounceTag(links.BounceTag(id)[..^1] + "z").ShouldBeNull();
        links.ReadBounceTag("").ShouldBeNull();
        folder.Delete(recursive: true);
    }
}
