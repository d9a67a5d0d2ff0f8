using System.Security.Cryptography;
using System.Text;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Identity.SignIn;

/// <summary>The link for the first administrator. Its secret lives in this process alone: each start makes a new one and so voids the old.</summary>
public sealed class SetupLink(IDbContextFactory<NewsroomDbContext> newsrooms)
{
    private volatile string? _hash;

    /// <summary>Makes the link's path and query, or null where somebody exists already.</summary>
    public async Task<string?> OpenAsync(CancellationToken cancel)
    {
        if (await SomebodyExistsAsync(cancel))
        {
            return null;
        }

        var token = OneTimeToken.Create();
        _hash = OneTimeToken.Hash(token);
        return $"/setup?token={token}";
    }

    /// <summary>True for the link's token while nobody exists.</summary>
    public async Task<bool> AdmitsAsync(string? token, CancellationToken cancel) =>
        _hash is { } hash
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(OneTimeToken.Hash(token ?? "")), Encoding.ASCII.GetBytes(hash))
        && !await SomebodyExistsAsync(cancel);

    /// <summary>Ends the link.</summary>
    public void Void() => _hash = null;

    private async Task<bool> SomebodyExistsAsync(CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        return await newsroom.Users.AnyAsync(cancel);
    }
}
