using IrenPortal.Data.Newsroom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Identity;

/// <summary>The two roles of staff; everybody has exactly one.</summary>
public static class StaffRoles
{
    /// <summary>Writes, submits, releases.</summary>
    public const string Editor = "Editor";

    /// <summary>Does what an editor does, and manages people.</summary>
    public const string Admin = "Admin";

    /// <summary>Both, as people choose from them.</summary>
    public static IReadOnlyList<string> All { get; } = [Editor, Admin];

    /// <summary>The role that a word names without regard to case, or null.</summary>
    public static string? Find(string? word) =>
        All.FirstOrDefault(role => string.Equals(role, word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Puts the roles into the newsroom where they are missing; part of every start.</summary>
    public static async Task SeedAsync(IDbContextFactory<NewsroomDbContext> newsrooms, CancellationToken cancel)
    {
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        var present = await newsroom.Roles.Select(r => r.Name).ToListAsync(cancel);
        newsroom.Roles.AddRange(All.Except(present).Select(name => new IdentityRole(name!) { NormalizedName = name!.ToUpperInvariant() }));
        await newsroom.SaveChangesAsync(cancel);
    }
}
