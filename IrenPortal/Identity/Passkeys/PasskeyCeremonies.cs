using System.Text.Json;
using System.Text.Json.Nodes;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Identity.Passkeys;

/// <summary>Asks browsers for passkeys and checks what comes back, by Identity's rules; the relying party is the public origin.</summary>
public sealed class PasskeyCeremonies(IServiceScopeFactory scopes, PasskeyChallenges challenges, AccountTransactions transactions)
{
    private const int LongestAnswer = 12 * 1024;
    private static readonly AccountIssue Refused = new("", "");

    /// <summary>What the browser needs to make a passkey, with the ticket; null when too many wait.</summary>
    public async Task<JsonObject?> OfferNewAsync(string userId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<NewsroomDbContext>().Users.AsNoTracking().SingleAsync(u => u.Id == userId, cancel);
        var entity = new PasskeyUserEntity { Id = user.Id, Name = user.Email!, DisplayName = user.Called };
        var made = await Handler(scope).MakeCreationOptionsAsync(entity, Context(scope));
        return Offer(new ChallengeFor("enrol", userId), made.AttestationState, made.CreationOptionsJson);
    }

    /// <summary>The passkey that a browser made for this person; null where the answer is not right.</summary>
    public async Task<UserPasskeyInfo?> AttestAsync(string userId, string? ticket, string? answer)
    {
        if (challenges.Take(ticket, new ChallengeFor("enrol", userId)) is not { } state || !IsReadable(answer))
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var made = await Handler(scope).PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context(scope), CredentialJson = answer!, AttestationState = state });
        return made.Succeeded && made.UserEntity.Id == userId ? made.Passkey : null;
    }

    /// <summary>What the browser needs to answer with a passkey, with the ticket; null when too many wait.</summary>
    internal async Task<JsonObject?> OfferAsync(ChallengeFor what)
    {
        await using var scope = scopes.CreateAsyncScope();
        var user = what.UserId.Length > 0 ? await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByIdAsync(what.UserId) : null;
        var made = await Handler(scope).MakeRequestOptionsAsync(user, Context(scope));
        return Offer(what, made.AssertionState, made.RequestOptionsJson);
    }

    /// <summary>Whose passkey answered; the account can sign in, and the use is on record. Null where the answer is not right.</summary>
    internal async Task<PortalUser?> AssertAsync(ChallengeFor what, string? ticket, string? answer, CancellationToken cancel)
    {
        if (challenges.Take(ticket, what) is not { } state || !IsReadable(answer))
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var given = await Handler(scope).PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context(scope), CredentialJson = answer!, AssertionState = state });
        if (!given.Succeeded || (what.UserId.Length > 0 && given.User.Id != what.UserId))
        {
            return null;
        }

        var used = await transactions.RunAsync<PortalUser>(work => UseAsync(work, given.User.Id, given.Passkey, cancel), cancel);
        return used.Value;
    }

    // The passkey may have been removed and the account switched off since it was read.
    private static async Task<AccountResult<PortalUser>> UseAsync(AccountWork work, string userId, UserPasskeyInfo passkey, CancellationToken cancel)
    {
        var user = await work.Users.FindByIdAsync(userId);
        if (user is null or { Disabled: true } || await work.Users.GetPasskeyAsync(user, passkey.CredentialId) is null)
        {
            return Refused;
        }

        (await work.Users.AddOrUpdatePasskeyAsync(user, passkey)).ThrowIfFailed(userId);
        var hash = AccountWork.CredentialHash(passkey.CredentialId);
        if (await work.Newsroom.PasskeyUses.SingleOrDefaultAsync(u => u.CredentialHash == hash, cancel) is { } use)
        {
            use.UsedAt = work.Now;
        }
        else
        {
            work.Newsroom.PasskeyUses.Add(new PasskeyUse { CredentialHash = hash, UserId = userId, UsedAt = work.Now });
        }

        return user;
    }

    private static bool IsReadable(string? answer)
    {
        try
        {
            return answer is { Length: > 0 and <= LongestAnswer } && JsonNode.Parse(answer) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IPasskeyHandler<PortalUser> Handler(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IPasskeyHandler<PortalUser>>();

    // The request has no say in it: neither the relying party nor the origin come from what it claims.
    private static DefaultHttpContext Context(AsyncServiceScope scope) => new() { RequestServices = scope.ServiceProvider };

    private JsonObject? Offer(ChallengeFor what, string? state, string options) =>
        challenges.Keep(what, state ?? "") is { } ticket ? new JsonObject { ["ticket"] = ticket, ["options"] = JsonNode.Parse(options) } : null;
}
