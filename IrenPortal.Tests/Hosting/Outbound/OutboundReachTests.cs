using System.Net;
using IrenPortal.Hosting.Outbound;

namespace IrenPortal.Tests.Hosting.Outbound;

/// <summary>Where connections that the portal makes may go.</summary>
public sealed class OutboundReachTests
{
    [Theory]
    [InlineData("93.184.215.14", true, true, false)]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c", true, true, false)]
    [InlineData("10.1.2.3", false, true, false)]
    [InlineData("172.31.255.255", false, true, false)]
    [InlineData("172.32.0.1", true, true, false)]
    [InlineData("192.168.0.1", false, true, false)]
    [InlineData("::ffff:192.168.0.1", false, true, false)]
    [InlineData("fd12:3456::1", false, true, false)]
    [InlineData("127.0.0.1", false, false, true)]
    [InlineData("127.255.0.1", false, false, true)]
    [InlineData("::1", false, false, true)]
    [InlineData("::ffff:127.0.0.1", false, false, true)]
    [InlineData("0.0.0.0", false, false, false)]
    [InlineData("::", false, false, false)]
    [InlineData("169.254.169.254", false, false, false)]
    [InlineData("::ffff:169.254.169.254", false, false, false)]
    [InlineData("fe80::1", false, false, false)]
    [InlineData("100.64.0.1", false, false, false)]
    [InlineData("224.0.0.1", false, false, false)]
    [InlineData("255.255.255.255", false, false, false)]
    [InlineData("ff02::1", false, false, false)]
    [InlineData("64:ff9b::7f00:1", false, false, false)]
    [InlineData("2002:7f00:1::", false, false, false)]
    [InlineData("2001:db8::1", false, false, false)]
    public void Only_addresses_of_its_reach_are_connected_to(string address, bool inPublic, bool inPrivate, bool inLoopback)
    {
        var parsed = IPAddress.Parse(address);

        (OutboundReach.Public.Allows(parsed), OutboundReach.Private.Allows(parsed), OutboundReach.Loopback.Allows(parsed)).ShouldBe((inPublic, inPrivate, inLoopback));
    }
}
