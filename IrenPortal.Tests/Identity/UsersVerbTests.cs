using System.Net;
using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Tests.Commands;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Identity;

public sealed class UsersVerbTests
{
    private static readonly Dictionary<string, string> Origin = new() { ["Portal:PublicOrigin"] = "https://investors.example.com" };

    [Theory, EachDatabase]
    public async Task It_prints_a_link_that_sets_a_password_and_a_fresh_one_for_a_known_address(DatabaseProvider provider)
    {
        await using var stores = await TestStores.CreateAsync(provider);

        var first = await RunAsync(stores, "", "users", "add", "way-back@staff.example", "--role", "admin");
        var second = await RunAsync(stores, "", "users", "add", "Way-Back@staff.example", "--role", "Admin");

        (first.Code, first.Errors, second.Code, second.Errors).ShouldBe((0, "", 0, ""));
        first.Output.ShouldMatch("^https://investors\\.example\\.com/account/link\\?token=[\\w-]{43}\n$");
        second.Output.ShouldNotBe(first.Output);
        await using var portal = await TestPortal.StartOnAsync(stores);
        using var browser = new StaffBrowser(portal);
        (await browser.StatusAsync(new Uri(first.Output.Trim()).PathAndQuery)).ShouldBe(HttpStatusCode.NotFound);
        using var set = await browser.SendAsync(new Uri(second.Output.Trim()).PathAndQuery, ("name", "Priya Venn"), ("password", StaffBrowser.Password));
        (await browser.StatusAsync("/admin/users")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task It_sets_a_password_from_standard_input_at_once(DatabaseProvider provider)
    {
        await using var stores = await TestStores.CreateAsync(provider);

        using var process = PortalProcess.Start(stores, Origin, "users", "add", "dana@staff.example", "--role", "Editor", "--password-stdin");
        await process.SayAsync(StaffBrowser.Password + "\n");

        (await process.EndAsync()).ShouldBe(new PortalProcess.Result(0, "dana@staff.example can sign in at https://investors.example.com/account/login\n", ""));
        await using var portal = await TestPortal.StartOnAsync(stores);
        using var browser = new StaffBrowser(portal);
        await browser.SignInAsync("dana@staff.example");
        (await portal.Services.GetRequiredService<StaffList>().ReadAsync(CancellationToken.None)).ShouldHaveSingleItem().Role.ShouldBe(StaffRoles.Editor);
    }

    [Fact]
    public async Task What_cannot_be_is_one_line_and_changes_nothing()
    {
        await using var stores = await TestStores.CreateAsync(DatabaseProvider.Sqlite);

        (await RunAsync(stores, "", "users", "add", "no address", "--role", "Editor")).ShouldBe((1, "", "no address: Write an e-mail address such as dana@example.com.\n"));
        (await RunAsync(stores, "short\n", "users", "add", "a@staff.example", "--role", "Editor", "--password-stdin")).ShouldBe((1, "", "a@staff.example: Write a password of at least 15 characters.\n"));
        (await RunAsync(stores, "", "users", "add", "a@staff.example", "--role", "Owner")).Code.ShouldBe(2);
        (await RunAsync(stores, "", "users", "add", "a@staff.example")).Code.ShouldBe(2);
        using (DataFolderLock.TryTake(stores.DataDirectory).ShouldNotBeNull())
        {
            var refused = await RunAsync(stores, "", "users", "add", "a@staff.example", "--role", "Editor");
            (refused.Code, refused.Output).ShouldBe((1, ""));
            refused.Errors.ShouldContain("another process writes here");
        }

        await using var portal = await TestPortal.StartOnAsync(stores);
        (await portal.Services.GetRequiredService<StaffList>().ReadAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(TestStores stores, string input, params string[] arguments)
    {
        var (code, output, errors) = await Verb.RunAsync(stores, Origin, input, arguments);
        return (code, output, errors);
    }
}
