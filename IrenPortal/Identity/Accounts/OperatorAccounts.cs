using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Identity.Accounts;

/// <summary>What the operator of the machine does to accounts, on the command line: the way back in when no administrator can.</summary>
public sealed class OperatorAccounts(AccountTransactions transactions, NewPasswords passwords)
{
    /// <summary>Sees to it that an address has an account of a role, switched on, and makes the link that sets its password.</summary>
    public Task<AccountResult<IssuedLink>> AddAsync(string email, string role, CancellationToken cancel) =>
        RunAsync<IssuedLink>(
            email,
            role,
            async (work, user) =>
            {
                work.Audit(AccountWork.System, StaffActions.LinkMade, user.Id);
                return await work.IssueLinkAsync(user.Id, PasswordLinks.Life, cancel);
            },
            cancel);

    /// <summary>The same with a password set at once; open links and sign-ins end.</summary>
    public async Task<AccountResult<PortalUser>> AddAsync(string email, string role, string password, CancellationToken cancel)
    {
        var hash = await passwords.HashAsync(email, "", password, cancel);
        return !hash.Done
            ? new(null, hash.Issues)
            : await RunAsync<PortalUser>(
                email,
                role,
                async (work, user) =>
                {
                    await work.VoidLinksAsync(user.Id, cancel);
                    await work.SetPasswordAsync(user, hash.Value!);
                    work.Audit(AccountWork.System, StaffActions.PasswordSet, user.Id);
                    return user;
                },
                cancel);
    }

    private async Task<AccountResult<T>> RunAsync<T>(string email, string role, Func<AccountWork, PortalUser, Task<AccountResult<T>>> act, CancellationToken cancel)
        where T : class
    {
        var address = AccountFields.Email(email);
        if (!address.Done)
        {
            return new(null, address.Issues);
        }

        return await transactions.RunAsync<T>(
            async work =>
            {
                var user = await FindOrCreateAsync(work, address.Value!, role, cancel);
                return user.Done ? await act(work, user.Value!) : new(null, user.Issues);
            },
            cancel);
    }

    private static async Task<AccountResult<PortalUser>> FindOrCreateAsync(AccountWork work, string email, string role, CancellationToken cancel)
    {
        if (await work.Users.FindByEmailAsync(email) is not { } user)
        {
            var made = await work.CreateAsync(email, "", role);
            if (made.Done)
            {
                work.Audit(AccountWork.System, StaffActions.Invited, made.Value!.Id, role);
            }

            return made;
        }

        if (!await work.ChangeRoleAsync(user, role, AccountWork.System, cancel))
        {
            return new AccountIssue(AccountIssue.Role, "is the only admin and stays one; make somebody else an admin first");
        }

        await work.EnableAsync(user, AccountWork.System);
        if (user.SealedCodeKey is not null || await work.Newsroom.UserPasskeys.AnyAsync(p => p.UserId == user.Id, cancel))
        {
            // The way back in for who lost the second factor too; whoever runs the machine could do it anyway.
            await work.ResetFactorsAsync(user, AccountWork.System, cancel);
        }

        return user;
    }
}
