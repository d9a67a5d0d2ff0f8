using System.Net;
using IrenPortal.Data;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Identity;

public sealed class StaffAccountsTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task A_person_who_is_switched_off_loses_access_at_once(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin-switch@staff.example", StaffRoles.Admin);
        var (browser, id) = await StaffBrowser.SignedInAsync(portal, StaffRoles.Editor);
        using (browser)
        {
            (await browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.OK);

            (await Accounts(portal).DisableAsync(admin, id, CancellationToken.None)).Done.ShouldBeTrue();

            (await browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.Redirect);
            using var circuit = await browser.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
            circuit.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Theory, EachDatabase]
    public async Task A_person_of_another_role_signs_in_again_with_it(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin-role@staff.example", StaffRoles.Admin);
        var id = await StaffBrowser.AddAccountAsync(portal, "rises-role@staff.example", StaffRoles.Editor);
        using var browser = new StaffBrowser(portal);
        await browser.SignInAsync("rises-role@staff.example");
        (await browser.StatusAsync("/admin/users")).ShouldBe(HttpStatusCode.NotFound);

        (await Accounts(portal).ChangeRoleAsync(admin, id, StaffRoles.Admin, CancellationToken.None)).Done.ShouldBeTrue();

        (await browser.StatusAsync("/admin")).ShouldBe(HttpStatusCode.Redirect);
        await browser.SignInAsync("rises-role@staff.example");
        (await browser.StatusAsync("/admin/users")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task The_only_admin_stays_an_admin_and_switched_on(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var accounts = Accounts(portal);
        var only = await StaffBrowser.AddAccountAsync(portal, "only@staff.example", StaffRoles.Admin);
        var off = await StaffBrowser.AddAccountAsync(portal, "off@staff.example", StaffRoles.Admin);
        (await accounts.DisableAsync(only, off, CancellationToken.None)).Done.ShouldBeTrue();

        (await accounts.DisableAsync(only, only, CancellationToken.None)).Issues.ShouldHaveSingleItem().Sentence.ShouldStartWith("An only admin cannot be switched off");
        (await accounts.ChangeRoleAsync(only, only, StaffRoles.Editor, CancellationToken.None)).Done.ShouldBeFalse();
        (await Operator(portal).AddAsync("only@staff.example", StaffRoles.Editor, CancellationToken.None)).Done.ShouldBeFalse();

        (await accounts.EnableAsync(only, off, CancellationToken.None)).Done.ShouldBeTrue();
        (await accounts.DisableAsync(off, only, CancellationToken.None)).Done.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Two_admins_who_demote_each_other_at_once_leave_one(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var one = await StaffBrowser.AddAccountAsync(portal, "one@staff.example", StaffRoles.Admin);
        var two = await StaffBrowser.AddAccountAsync(portal, "two@staff.example", StaffRoles.Admin);

        // Each through a process of its own, as far as the database can tell: only its transactions stand between them.
        var outcomes = await Task.WhenAll(DemoteAsync(portal, one, two), DemoteAsync(portal, two, one));

        outcomes.Count(done => done).ShouldBe(1);
        (await portal.Services.GetRequiredService<StaffList>().ReadAsync(CancellationToken.None)).Count(p => p.Role == StaffRoles.Admin).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Commands_are_refused_to_who_is_no_admin_any_more(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var accounts = Accounts(portal);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin-refused@staff.example", StaffRoles.Admin);
        var editor = await StaffBrowser.AddAccountAsync(portal, "editor-refused@staff.example", StaffRoles.Editor);
        var off = await StaffBrowser.AddAccountAsync(portal, "off-refused@staff.example", StaffRoles.Admin);
        await accounts.DisableAsync(admin, off, CancellationToken.None);

        foreach (var actor in new[] { editor, off, "nobody", "" })
        {
            await Should.ThrowAsync<StaffRefusedException>(() => accounts.InviteAsync(actor, "new@staff.example", StaffRoles.Admin, CancellationToken.None));
            await Should.ThrowAsync<StaffRefusedException>(() => accounts.RenewLinkAsync(actor, editor, CancellationToken.None));
            await Should.ThrowAsync<StaffRefusedException>(() => accounts.ChangeRoleAsync(actor, editor, StaffRoles.Admin, CancellationToken.None));
            await Should.ThrowAsync<StaffRefusedException>(() => accounts.DisableAsync(actor, editor, CancellationToken.None));
            await Should.ThrowAsync<StaffRefusedException>(() => accounts.EnableAsync(actor, off, CancellationToken.None));
        }
    }

    [Theory, EachDatabase]
    public async Task An_address_is_taken_whatever_its_case_and_has_to_be_one(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin-taken@staff.example", StaffRoles.Admin);

        foreach (var email in new[] { "ADMIN-TAKEN@staff.example", "no address", "a@b@c", "", "x y@z", null })
        {
            var refused = await Accounts(portal).InviteAsync(admin, email, StaffRoles.Editor, CancellationToken.None);
            refused.Issues.ShouldHaveSingleItem().Field.ShouldBe(AccountIssue.Email, email);
        }

        (await Accounts(portal).InviteAsync(admin, "o'hara+news@staff.example", "editor", CancellationToken.None)).Done.ShouldBeTrue();
        (await Accounts(portal).InviteAsync(admin, "x@staff.example", "Owner", CancellationToken.None)).Issues.ShouldHaveSingleItem().Field.ShouldBe(AccountIssue.Role);
    }

    [Theory, EachDatabase]
    public async Task The_list_says_where_each_account_stands(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var accounts = Accounts(portal);
        var admin = await StaffBrowser.AddAccountAsync(portal, "admin@staff.example", StaffRoles.Admin);
        var ended = (await accounts.InviteAsync(admin, "ended@staff.example", StaffRoles.Editor, CancellationToken.None)).Value!;
        portal.Clock.Advance(PasswordLinks.Life);
        await accounts.InviteAsync(admin, "invited@staff.example", StaffRoles.Editor, CancellationToken.None);
        var off = await StaffBrowser.AddAccountAsync(portal, "off@staff.example", StaffRoles.Editor);
        await accounts.DisableAsync(admin, off, CancellationToken.None);
        using var browser = new StaffBrowser(portal);
        await browser.SignInAsync("admin@staff.example");

        var people = (await portal.Services.GetRequiredService<StaffList>().ReadAsync(CancellationToken.None)).ToDictionary(p => p.Email);

        people.ToDictionary(p => p.Key, p => p.Value.State).ShouldBe(
            new Dictionary<string, StaffState>
            {
                ["admin@staff.example"] = StaffState.Active,
                ["ended@staff.example"] = StaffState.LinkEnded,
                ["invited@staff.example"] = StaffState.Invited,
                ["off@staff.example"] = StaffState.Disabled,
            },
            ignoreOrder: true);
        people["admin@staff.example"].LastSignIn.ShouldBe(portal.Clock.Now);
        people["admin@staff.example"].OnlyAdmin.ShouldBeTrue();
        people["invited@staff.example"].LinkEndsAt.ShouldBe(portal.Clock.Now + PasswordLinks.Life);
        people["ended@staff.example"].Id.ShouldBe(ended.UserId);
    }

    private static StaffAccounts Accounts(TestPortal portal) => portal.Services.GetRequiredService<StaffAccounts>();

    private static OperatorAccounts Operator(TestPortal portal) => portal.Services.GetRequiredService<OperatorAccounts>();

    private static async Task<bool> DemoteAsync(TestPortal portal, string actor, string other)
    {
        using var transactions = ActivatorUtilities.CreateInstance<AccountTransactions>(portal.Services);
        try
        {
            return (await new StaffAccounts(transactions).ChangeRoleAsync(actor, other, StaffRoles.Editor, CancellationToken.None)).Done;
        }
        catch (StaffRefusedException)
        {
            return false;
        }
    }
}
