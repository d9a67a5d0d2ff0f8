using IrenPortal.Data.Newsroom;

namespace IrenPortal.Identity.Accounts;

/// <summary>What administrators do to accounts. Each command checks again, in its transaction, who asks for it.</summary>
public sealed class StaffAccounts(AccountTransactions transactions)
{
    private static readonly AccountIssue Gone = new("", "That person is no longer there.");
    private static readonly AccountIssue LastAdmin = new("", "An only admin cannot be switched off or made an editor. Make somebody else an admin first.");

    private static readonly AccountIssue SwitchedOff = new("", "The account is switched off. Switch it on first.");
    private static readonly AccountIssue OwnFactors = new("", "Change your own passkeys and codes under your account, or ask another admin.");

    /// <summary>Takes a person in and makes the link that sets their password.</summary>
    public async Task<AccountResult<IssuedLink>> InviteAsync(string actor, string? email, string? role, CancellationToken cancel)
    {
        var address = AccountFields.Email(email);
        if (!address.Done)
        {
            return new(null, address.Issues);
        }

        if (StaffRoles.Find(role) is not { } known)
        {
            return new AccountIssue(AccountIssue.Role, "Choose a role.");
        }

        return await transactions.RunAsync<IssuedLink>(
            async work =>
            {
                await work.Newsroom.RequireStaffAsync(actor, StaffRoles.Admin, cancel);
                var user = await work.CreateAsync(address.Value!, "", known);
                if (!user.Done)
                {
                    return new(null, user.Issues);
                }

                work.Audit(actor, StaffActions.Invited, user.Value!.Id, known);
                return await work.IssueLinkAsync(user.Value.Id, PasswordLinks.Life, cancel);
            },
            cancel);
    }

    /// <summary>Makes a new link for who lost theirs, or their password; the older link ends.</summary>
    public Task<AccountResult<IssuedLink>> RenewLinkAsync(string actor, string userId, CancellationToken cancel) =>
        ActAsync<IssuedLink>(
            actor,
            userId,
            async (work, user) =>
            {
                if (user.Disabled)
                {
                    return SwitchedOff;
                }

                work.Audit(actor, StaffActions.LinkMade, userId);
                return await work.IssueLinkAsync(userId, PasswordLinks.Life, cancel);
            },
            cancel);

    /// <summary>Gives a person the other role and ends their sign-ins. The only administrator stays one.</summary>
    public Task<AccountResult<PortalUser>> ChangeRoleAsync(string actor, string userId, string? role, CancellationToken cancel) =>
        ActAsync<PortalUser>(
            actor,
            userId,
            async (work, user) =>
            {
                if (StaffRoles.Find(role) is not { } known)
                {
                    return new AccountIssue(AccountIssue.Role, "Choose a role.");
                }

                return await work.ChangeRoleAsync(user, known, actor, cancel) ? user : LastAdmin;
            },
            cancel);

    /// <summary>Switches an account off: its links and sign-ins end. The only administrator stays.</summary>
    public Task<AccountResult<PortalUser>> DisableAsync(string actor, string userId, CancellationToken cancel) =>
        ActAsync<PortalUser>(
            actor,
            userId,
            async (work, user) =>
            {
                if (user.Disabled)
                {
                    return user;
                }

                if (await work.Users.IsInRoleAsync(user, StaffRoles.Admin) && !await work.Newsroom.AnotherAdminAsync(userId, cancel))
                {
                    return LastAdmin;
                }

                user.Disabled = true;
                await work.VoidLinksAsync(userId, cancel);
                await work.EndSignInsAsync(user);
                work.Audit(actor, StaffActions.Disabled, userId);
                return user;
            },
            cancel);

    /// <summary>Switches an account on again, with the password it had.</summary>
    public Task<AccountResult<PortalUser>> EnableAsync(string actor, string userId, CancellationToken cancel) =>
        ActAsync<PortalUser>(
            actor,
            userId,
            async (work, user) =>
            {
                await work.EnableAsync(user, actor);
                return user;
            },
            cancel);

    /// <summary>
    /// Takes a person's second factors and password away, for who lost them, and makes the link that sets a new password; signing in
    /// then leads to enrolment. Nobody does it to themselves: what a browser left open could do would be to take the account over.
    /// </summary>
    public Task<AccountResult<IssuedLink>> ResetFactorsAsync(string actor, string userId, CancellationToken cancel) =>
        ActAsync<IssuedLink>(
            actor,
            userId,
            async (work, user) =>
            {
                if (actor == userId || user.Disabled)
                {
                    return actor == userId ? OwnFactors : SwitchedOff;
                }

                await work.ResetFactorsAsync(user, actor, cancel);
                return await work.IssueLinkAsync(userId, PasswordLinks.Life, cancel);
            },
            cancel);

    private Task<AccountResult<T>> ActAsync<T>(string actor, string userId, Func<AccountWork, PortalUser, Task<AccountResult<T>>> act, CancellationToken cancel)
        where T : class =>
        transactions.RunAsync<T>(
            async work =>
            {
                await work.Newsroom.RequireStaffAsync(actor, StaffRoles.Admin, cancel);
                return await work.Users.FindByIdAsync(userId) is { } user ? await act(work, user) : Gone;
            },
            cancel);
}
