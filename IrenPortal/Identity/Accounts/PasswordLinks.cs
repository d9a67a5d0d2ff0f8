using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Identity.Accounts;

/// <summary>How passwords come to be: by the set-up link, by a one-time link, by their owner, or on the command line.</summary>
public sealed class PasswordLinks(AccountTransactions transactions, NewPasswords passwords, IDbContextFactory<NewsroomDbContext> newsrooms, TimeProvider clock)
{
    private static readonly AccountIssue Ended = new("", "This link has ended. Ask an administrator for a new one.");
    private static readonly AccountIssue SetUp = new("", "The portal is set up already.");

    /// <summary>How long a link can be used.</summary>
    public static Duration Life { get; } = Duration.FromHours(24);

    /// <summary>The account that an open link belongs to; null for a link that is unknown, used, voided or too old.</summary>
    public async Task<PortalUser?> FindAsync(string? token, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var found = await OpenLinkAsync(newsroom, token, Instant.FromDateTimeOffset(clock.GetUtcNow()), cancel);
        return found?.User;
    }

    /// <summary>Makes the first administrator, while nobody exists.</summary>
    public async Task<AccountResult<PortalUser>> SetUpAsync(string? name, string? email, string? password, CancellationToken cancel)
    {
        var (known, address) = (AccountFields.Name(name), AccountFields.Email(email));
        var hash = await passwords.HashAsync(address.Value ?? "", known.Value ?? "", password, cancel);
        if (!known.Done || !address.Done || !hash.Done)
        {
            return new(null, [.. known.Issues, .. address.Issues, .. hash.Issues]);
        }

        return await transactions.RunAsync<PortalUser>(
            async work =>
            {
                if (await work.Newsroom.Users.AnyAsync(cancel))
                {
                    return SetUp;
                }

                var user = await work.CreateAsync(address.Value!, known.Value!, StaffRoles.Admin);
                if (user.Done)
                {
                    await work.SetPasswordAsync(user.Value!, hash.Value!);
                    work.Audit(user.Value!.Id, StaffActions.SetUp, user.Value.Id, StaffRoles.Admin);
                }

                return user;
            },
            cancel);
    }

    /// <summary>Uses a link: sets the password, and the name where there is none yet, and ends the account's sign-ins.</summary>
    public async Task<AccountResult<PortalUser>> UseAsync(string? token, string? name, string? password, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } owner)
        {
            return Ended;
        }

        var known = owner.DisplayName.Length > 0 ? owner.DisplayName : AccountFields.Name(name);
        var hash = await passwords.HashAsync(owner.Email!, known.Value ?? "", password, cancel);
        if (!known.Done || !hash.Done)
        {
            return new(null, [.. known.Issues, .. hash.Issues]);
        }

        return await transactions.RunAsync<PortalUser>(
            async work =>
            {
                if (await OpenLinkAsync(work.Newsroom, token, work.Now, cancel) is not var (link, user))
                {
                    return Ended;
                }

                link.End(work.Now);
                user.DisplayName = known.Value!;
                await work.SetPasswordAsync(user, hash.Value!);
                work.Audit(user.Id, StaffActions.PasswordSet, user.Id);
                return user;
            },
            cancel);
    }

    /// <summary>Changes one's own password and ends one's other sign-ins.</summary>
    public async Task<AccountResult<PortalUser>> ChangeAsync(string userId, string? current, string? password, CancellationToken cancel)
    {
        var hash = await passwords.HashForChangeAsync(userId, current, password, cancel);
        if (!hash.Done)
        {
            return new(null, hash.Issues);
        }

        return await transactions.RunAsync<PortalUser>(
            async work =>
            {
                await work.Newsroom.RequireStaffAsync(userId, null, cancel);
                var user = (await work.Users.FindByIdAsync(userId))!;
                if (user.PasswordHash != hash.Value!.Replaces)
                {
                    return new AccountIssue(AccountIssue.Current, "The password was changed in the meantime.");
                }

                await work.VoidLinksAsync(userId, cancel);
                await work.SetPasswordAsync(user, hash.Value.Hash);
                work.Audit(userId, StaffActions.PasswordChanged, userId);
                return user;
            },
            cancel);
    }

    private static async Task<(OneTimeLink Link, PortalUser User)?> OpenLinkAsync(NewsroomDbContext newsroom, string? token, Instant now, CancellationToken cancel)
    {
        var hash = OneTimeToken.Hash(token ?? "");
        var found = await newsroom.OneTimeLinks.Where(l => l.TokenHash == hash && l.EndedAt == null)
            .Join(newsroom.Users.Where(u => !u.Disabled), l => l.UserId, u => u.Id, (l, u) => new { Link = l, User = u })
            .SingleOrDefaultAsync(cancel);
        return found is not null && found.Link.IsOpen(now) ? (found.Link, found.User) : null;
    }
}
