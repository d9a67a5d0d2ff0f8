using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Links;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Newsroom.Writing;

/// <summary>The look at links: what is said of each, and that it says nothing of what its asker may not open.</summary>
public sealed class LinkCheckTests(RepositoryContent portals) : IClassFixture<RepositoryContent>
{
    [Theory, EachDatabase]
    public async Task Links_that_readers_can_follow_are_not_mentioned(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));

        (await FindingsAsync(editor, string.Join("\n\n",
            "# Terms in brief", "[a](#terms-in-brief)", "[b](/)", "[c](/news)", "[d](/news/microsoft-ai-cloud-contract)", "[e](/news/microsoft-ai-cloud-contract.md)",
            "[f](/contracts/microsoft-ai-cloud#terms)", "[g](/about)", "[h](/events)", "[i](/stock/reactions?sort=date)", "[j](/api/v1/contracts/microsoft-ai-cloud)",
            "[k](mailto:ir@example.com)", "[l](https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany)", "[m](/news/microsoft-ai-cloud-contract/reaction.csv)"))).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_link_to_put_right_is_named_with_its_line_and_what_to_write(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);

        var findings = await FindingsAsync(editor, string.Join("\n\n",
            "[a](/news/microsoft-ai-cloud-contrakt)", "[b](about)", "[c](http://www.sec.gov/x)", "[d](https://www.sec.gov/x?utm_source=mail&page=2)", $"[e]({portal.Address}news)",
            "[f](/admin/announcements)", "[g](/files/00000000000000000000000000000000/a.csv)", "[h](https://localhost/x)", "[i](/events#no-such-day)"));

        findings.ShouldBe(
        [
            "Line 1: readers have nothing at /news/microsoft-ai-cloud-contrakt: write /news/microsoft-ai-cloud-contract if that is meant.",
            "Line 3: about is read from the page that it stands on: write /about.",
            "Line 5: the address is not encrypted: write https://www.sec.gov/x.",
            "Line 7: the address tells the other site who sent its reader: write https://www.sec.gov/x?page=2.",
            "Line 9: the address is this site’s own: write /news.",
            "Line 11: /admin/announcements is an address of the newsroom, which readers can’t open: link the reader’s page.",
            "Line 13: readers have nothing at /files/00000000000000000000000000000000/a.csv: look for a slip in the address.",
            "Line 15: localhost is a machine and no site that readers know: write the site’s name.",
            "Line 17: readers have nothing at /events#no-such-day: look for a slip in the address.",
        ]);
    }

    [Theory, EachDatabase]
    public async Task Sources_are_looked_at_too(DatabaseProvider provider)
    {
        using var editor = await StaffDesk.OpenAsync(await portals.OnAsync(provider));

        (await FindingsAsync(editor, "Words.", ("sources", "A | https://www.sec.gov/x\nB | https://www.sec.gov/y?utm_campaign=z")))
            .ShouldBe(["Sources, line 2: the address tells the other site who sent its reader: write https://www.sec.gov/y."]);
    }

    [Theory, EachDatabase]
    public async Task What_is_not_released_is_told_to_who_may_open_it_and_to_others_as_unknown_as_a_slip(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var author = await StaffDesk.OpenAsync(portal);
        using var outsider = await StaffDesk.OpenAsync(portal);
        using var admin = await StaffDesk.OpenAsync(portal, StaffRoles.Admin);
        var slug = $"sealed-{Guid.NewGuid():N}";
        var id = await author.WriteAsync("Sealed", ("slug", slug));
        (await portal.Services.GetRequiredService<InsiderDesk>().SetAsync(id, [author.UserId], author.UserId, CancellationToken.None)).ShouldBeNull();
        var body = $"[a](/news/{slug})";

        var told = $"Line 1: /news/{slug} is not released yet: readers get “not found” there until it is. Release it first, or leave the link out.";
        (await FindingsAsync(author, body)).ShouldBe([told]);
        (await FindingsAsync(admin, body)).ShouldBe([told]);
        (await FindingsAsync(outsider, body)).ShouldBe([$"Line 1: readers have nothing at /news/{slug}: look for a slip in the address."]);
    }

    [Theory]
    [InlineData("https://www.sec.gov/x", null)]
    [InlineData("https://www.sec.gov/x?a=1#b", null)]
    [InlineData("http://www.sec.gov/x?gclid=1", "https://www.sec.gov/x.")]
    [InlineData("https://www.sec.gov/x?UTM_Source=a&UTM_medium=b", "https://www.sec.gov/x.")]
    [InlineData("https://10.0.0.1/x", "is a machine")]
    [InlineData("ftp://www.sec.gov/x", "is no full web address")]
    public void An_address_of_another_site_is_judged_by_its_letters_alone(string address, string? said)
    {
        var fault = OuterLink.FaultOf(address);

        (fault is null).ShouldBe(said is null, fault);
        fault?.ShouldContain(said!);
    }

    private static async Task<string[]> FindingsAsync(StaffDesk editor, string body, params (string Name, string Value)[] more)
    {
        var id = await editor.WriteAsync($"Links {Guid.NewGuid():N}", [("body", body), .. more]);
        return [.. (await editor.PageAsync(id)).QuerySelectorAll("#rule-links.open li").Select(li => li.TextContent)];
    }
}
