using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Gate;
using NodaTime;

namespace IrenPortal.Newsroom.Releasing;

/// <summary>A document in a package.</summary>
/// <param name="Id">The newsroom's id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Slug">Its address part.</param>
/// <param name="Revision">The revision that its edition is made of.</param>
public sealed record PackagedDocument(Guid Id, EditionKind Kind, string Slug, int Revision);

/// <summary>What goes to the gate as one command, and what it settles in the newsroom. Kept sealed until the gate has it.</summary>
/// <param name="Command">The command.</param>
/// <param name="Documents">The documents that are released by it.</param>
/// <param name="Proposal">The proposal of prices that is released by it, or null.</param>
public sealed record ReleasePackage(ReleaseCommand Command, IReadOnlyList<PackagedDocument> Documents, Guid? Proposal = null)
{
    private static readonly JsonSerializerOptions Json = new(ContentJson.Options);

    /// <summary>Whether it takes one of its documents back.</summary>
    public bool Withdraws(PackagedDocument document) => Command.Editions.Any(e => e.Kind == document.Kind && e.Slug == document.Slug && ContentJson.IsWithdrawn(e.Document));

    /// <summary>Seals it as a row to be finished by key, whatever happens in between.</summary>
    public PendingRelease Seal(DraftVault vault, string by, Instant now) => new()
    {
        Key = Command.Key,
        SealedPackage = vault.Seal(Place(Command.Key), JsonSerializer.SerializeToUtf8Bytes(this, Json)),
        CreatedBy = by,
        CreatedAt = now,
    };

    /// <summary>Opens a sealed package.</summary>
    public static ReleasePackage Open(DraftVault vault, PendingRelease pending) =>
        JsonSerializer.Deserialize<ReleasePackage>(vault.OpenBytes(Place(pending.Key), pending.SealedPackage), Json)!;

    private static string Place(string key) => $"package/{key}";
}
