using System.Security.Claims;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Identity.Factors;

/// <summary>A passkey as its person sees it.</summary>
/// <param name="Id">The credential's id in hexadecimal digits.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="UsedAt">When it was used last; null before the first time.</param>
public sealed record OwnPasskey(string Id, string Name, Instant AddedAt, Instant? UsedAt);

/// <summary>What somebody signs in with besides a password.</summary>
/// <param name="HasCode">True with an authenticator app.</param>
/// <param name="Passkeys">The passkeys, oldest first.</param>
/// <param name="SpareCodes">How many recovery codes are unused.</param>
public sealed record OwnFactors(bool HasCode, IReadOnlyList<OwnPasskey> Passkeys, int SpareCodes)
{
    /// <summary>Factors that stand beside the password.</summary>
    public int Count => Passkeys.Count + (HasCode ? 1 : 0);
}

/// <summary>New recovery codes, to be shown this once; empty where the person still has some.</summary>
public sealed record FreshCodes(IReadOnlyList<string> Codes);

/// <summary>One's second factors: authenticator app, passkeys, recovery codes. Each command is a transaction of its own and on record.</summary>
public sealed class StaffFactors(IDbContextFactory<NewsroomDbContext> newsrooms, AccountTransactions transactions, SealedKeys keys, SecondFactorRules rules)
{
    /// <summary>Names of form fields.</summary>
    public const string Code = "code", PasskeyName = "name";

    private const int LongestName = 60, MostPasskeys = 20;
    private static readonly AccountIssue WrongCode = new(Code, "That is not the present code. Write the six digits that the app shows now.");
    private static readonly AccountIssue LastOne = new("", "It is your only second factor. Add another one first.");

    /// <summary>What somebody has.</summary>
    public async Task<OwnFactors> ReadAsync(string userId, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await ReadAsync(newsroom, userId, cancel);
    }

    /// <summary>True when a password alone doesn't sign in.</summary>
    public async Task<bool> HasAnyAsync(string userId, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.Users.AnyAsync(u => u.Id == userId && (u.SealedCodeKey != null || newsroom.UserPasskeys.Any(p => p.UserId == u.Id)), cancel);
    }

    /// <summary>Takes an authenticator app on, once it has shown a right code. With a first factor the person's other sign-ins end.</summary>
    public Task<AccountResult<FreshCodes>> EnrolCodeAsync(ClaimsPrincipal person, CodeKey key, string? code, CancellationToken cancel) =>
        EnrolAsync(
            person,
            (work, user) =>
            {
                if (TimeCodes.Find(key.Bytes, TimeCodes.Unspaced(code), work.Now, 0) is not { } step)
                {
                    return Task.FromResult<AccountIssue?>(WrongCode);
                }

                (user.SealedCodeKey, user.LastCodeStep) = (keys.Seal(key), step);
                work.Audit(user.Id, StaffActions.FactorAdded, user.Id, "code");
                return Task.FromResult<AccountIssue?>(null);
            },
            cancel);

    /// <summary>Takes a passkey on, which the browser has just made. With a first factor the person's other sign-ins end.</summary>
    public Task<AccountResult<FreshCodes>> EnrolPasskeyAsync(ClaimsPrincipal person, Microsoft.AspNetCore.Identity.UserPasskeyInfo passkey, string? name, CancellationToken cancel) =>
        EnrolAsync(
            person,
            async (work, user) =>
            {
                var called = (name ?? "").Trim();
                if (called.Length is 0 or > LongestName || called.Any(char.IsControl))
                {
                    return new AccountIssue(PasskeyName, $"Write a name for the passkey, at most {LongestName} characters.");
                }

                if (await work.Newsroom.UserPasskeys.CountAsync(p => p.UserId == user.Id, cancel) >= MostPasskeys)
                {
                    return new AccountIssue("", $"You have {MostPasskeys} passkeys already. Remove one first.");
                }

                passkey.Name = called;
                (await work.Users.AddOrUpdatePasskeyAsync(user, passkey)).ThrowIfFailed(user.Id);
                work.Audit(user.Id, StaffActions.FactorAdded, user.Id, "passkey");
                return null;
            },
            cancel);

    /// <summary>Takes the authenticator app away.</summary>
    public Task<AccountResult<FreshCodes>> RemoveCodeAsync(string userId, CancellationToken cancel) =>
        RemoveAsync(userId, own => own.HasCode, (work, user) =>
        {
            user.SealedCodeKey = null;
            work.Audit(userId, StaffActions.FactorRemoved, userId, "code");
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Takes a passkey away.</summary>
    public Task<AccountResult<FreshCodes>> RemovePasskeyAsync(string userId, string? id, CancellationToken cancel) =>
        RemoveAsync(userId, own => own.Passkeys.Any(p => p.Id == id), async (work, user) =>
        {
            (await work.Users.RemovePasskeyAsync(user, Convert.FromHexString(id!))).ThrowIfFailed(userId);
            work.Audit(userId, StaffActions.FactorRemoved, userId, "passkey");
        }, cancel);

    /// <summary>Makes ten new recovery codes; the old ones end.</summary>
    public Task<AccountResult<FreshCodes>> RenewSpareCodesAsync(string userId, CancellationToken cancel) =>
        ActAsync(
            userId,
            async (work, _) => (await ReadAsync(work.Newsroom, userId, cancel)).Count == 0
                ? new AccountIssue("", "Add a passkey or an authenticator app first.")
                : await NewCodesAsync(work, userId, cancel),
            cancel);

    // A sign-in made before there was a factor had the password alone, and may be another's who knows it.
    private Task<AccountResult<FreshCodes>> EnrolAsync(ClaimsPrincipal person, Func<AccountWork, PortalUser, Task<AccountIssue?>> add, CancellationToken cancel) =>
        ActAsync(
            person.StaffId(),
            async (work, user) =>
            {
                var first = (await ReadAsync(work.Newsroom, user.Id, cancel)).Count == 0;
                if (await add(work, user) is { } issue)
                {
                    return issue;
                }

                if (first)
                {
                    await work.EndOtherSignInsAsync(user.Id, person.SessionId() ?? "", cancel);
                }

                return await FirstCodesAsync(work, user.Id, cancel);
            },
            cancel);

    private Task<AccountResult<FreshCodes>> RemoveAsync(string userId, Func<OwnFactors, bool> has, Func<AccountWork, PortalUser, Task> remove, CancellationToken cancel) =>
        ActAsync(
            userId,
            async (work, user) =>
            {
                var own = await ReadAsync(work.Newsroom, userId, cancel);
                if (has(own) && own.Count == 1 && rules.Required)
                {
                    return LastOne;
                }

                if (has(own))
                {
                    await remove(work, user);
                }

                if (has(own) && own.Count == 1)
                {
                    await work.DropSpareCodesAsync(userId, cancel);
                }

                return new FreshCodes([]);
            },
            cancel);

    private static async Task<AccountResult<FreshCodes>> FirstCodesAsync(AccountWork work, string userId, CancellationToken cancel) =>
        await work.Newsroom.RecoveryCodes.AnyAsync(c => c.UserId == userId && c.UsedAt == null, cancel) ? new FreshCodes([]) : await NewCodesAsync(work, userId, cancel);

    private static async Task<FreshCodes> NewCodesAsync(AccountWork work, string userId, CancellationToken cancel)
    {
        await work.DropSpareCodesAsync(userId, cancel);
        var codes = Factors.SpareCodes.Create();
        work.Newsroom.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { Id = Guid.NewGuid(), UserId = userId, Hash = Factors.SpareCodes.Hash(code), CreatedAt = work.Now }));
        work.Audit(userId, StaffActions.SpareCodesMade, userId);
        return new FreshCodes(codes);
    }

    private static async Task<OwnFactors> ReadAsync(NewsroomDbContext newsroom, string userId, CancellationToken cancel)
    {
        var passkeys = await newsroom.UserPasskeys.AsNoTracking().Where(p => p.UserId == userId).ToListAsync(cancel);
        var uses = await newsroom.PasskeyUses.Where(p => p.UserId == userId).ToDictionaryAsync(p => p.CredentialHash, p => p.UsedAt, cancel);
        var own = passkeys.Select(p => new OwnPasskey(
            Convert.ToHexStringLower(p.CredentialId), p.Data.Name ?? "Passkey", Instant.FromDateTimeOffset(p.Data.CreatedAt),
            uses.TryGetValue(AccountWork.CredentialHash(p.CredentialId), out var used) ? used : null));
        return new OwnFactors(
            await newsroom.Users.AnyAsync(u => u.Id == userId && u.SealedCodeKey != null, cancel),
            [.. own.OrderBy(p => p.AddedAt)],
            await newsroom.RecoveryCodes.CountAsync(c => c.UserId == userId && c.UsedAt == null, cancel));
    }

    private Task<AccountResult<FreshCodes>> ActAsync(string userId, Func<AccountWork, PortalUser, Task<AccountResult<FreshCodes>>> act, CancellationToken cancel) =>
        transactions.RunAsync<FreshCodes>(
            async work =>
            {
                await work.Newsroom.RequireStaffAsync(userId, null, cancel);
                return await act(work, (await work.Users.FindByIdAsync(userId))!);
            },
            cancel);
}
