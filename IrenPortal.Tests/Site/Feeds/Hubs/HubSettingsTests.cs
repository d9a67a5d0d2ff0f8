using IrenPortal.Hosting.Outbound;
using IrenPortal.Site.Feeds.Hubs;
using Microsoft.Extensions.Configuration;

namespace IrenPortal.Tests.Site.Feeds.Hubs;

public sealed class HubSettingsTests
{
    [Fact]
    public void Without_a_setting_there_is_no_hub() => From(null).Hubs.ShouldBeEmpty();

    [Fact]
    public void Hubs_are_a_list_each_once() =>
        From("https://hub.example/, https://other.example/push https://hub.example/").ShouldSatisfyAllConditions(
            s => s.Hubs.Select(h => h.AbsoluteUri).ShouldBe(["https://hub.example/", "https://other.example/push"]), s => s.Reach.ShouldBe(OutboundReach.Public));

    [Theory]
    [InlineData("hub.example", null, "Feeds:Hubs: 'hub.example' is no hub's address; write for example https://hub.example.com/")]
    [InlineData("https://me:secret@hub.example/", null, "Feeds:Hubs: 'https://me:secret@hub.example/' is no hub's address; write for example https://hub.example.com/")]
    [InlineData("http://hub.example/", null, "Feeds:Hubs: 'http' is not https; only Feeds:Addresses=Loopback allows http")]
    [InlineData("https://hub.example/", "everything", "Feeds:Addresses: 'everything' is not known; write Public, Private or Loopback")]
    public void A_wrong_value_is_told_in_one_line_with_its_key(string hubs, string? reach, string message) =>
        Should.Throw<FormatException>(() => From(hubs, reach)).Message.ShouldBe(message);

    private static HubSettings From(string? hubs, string? reach = null) =>
        HubSettings.From(new ConfigurationBuilder().AddInMemoryCollection([new("Feeds:Hubs", hubs), new("Feeds:Addresses", reach)]).Build());
}
