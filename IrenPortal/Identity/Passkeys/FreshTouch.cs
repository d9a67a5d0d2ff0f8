using System.Text.Json;
using System.Text.Json.Nodes;
using IrenPortal.Data.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Identity.Passkeys;

/// <summary>
/// A touch of one's passkey for one act, such as an approval: bound to the person and to a purpose, good for one answer
/// within two minutes. A form with <c>data-touch="PURPOSE"</c> asks for it and sends it as the field <c>touch</c>.
/// </summary>
public sealed class FreshTouch(PasskeyCeremonies ceremonies, IDbContextFactory<NewsroomDbContext> newsrooms)
{
    /// <summary>The longest purpose.</summary>
    public const int LongestPurpose = 200;

    /// <summary>True for an account that has a passkey, and so can be asked.</summary>
    public async Task<bool> HasPasskeyAsync(string userId, CancellationToken cancel = default)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.UserPasskeys.AnyAsync(p => p.UserId == userId, cancel);
    }

    /// <summary>What the browser needs to ask for the touch; null when too many wait.</summary>
    public Task<JsonObject?> OfferAsync(string userId, string purpose) => ceremonies.OfferAsync(For(userId, purpose));

    /// <summary>True, once, when the person's passkey answered for this purpose.</summary>
    /// <param name="userId">Whose touch it must be.</param>
    /// <param name="purpose">What was agreed to, as the form had it.</param>
    /// <param name="assertionJson">The form's field <c>touch</c>: an object of <c>ticket</c> and <c>credential</c>.</param>
    public async Task<bool> AcceptsAsync(string userId, string purpose, string? assertionJson, CancellationToken cancel = default)
    {
        try
        {
            return JsonNode.Parse(assertionJson ?? "") is JsonObject answer && answer["credential"] is JsonObject credential
                && await ceremonies.AssertAsync(For(userId, purpose), (answer["ticket"] as JsonValue)?.ToString(), credential.ToJsonString(), cancel) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ChallengeFor For(string userId, string purpose) => new("touch", userId, purpose);
}
