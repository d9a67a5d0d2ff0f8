using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Site.Editions;

/// <summary>One edition of a document with its text.</summary>
/// <param name="Number">Its ledger number.</param>
/// <param name="ReleasedAt">The approved instant of the first edition.</param>
/// <param name="CommittedAt">When the store took this one.</param>
/// <param name="Document">The document as JSON.</param>
/// <param name="Markdown">The document in import format.</param>
/// <param name="Html">Its body as safe HTML.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the Markdown.</param>
/// <param name="Standing">Where it stands among the editions.</param>
public sealed record EditionText(
    long Number, Instant ReleasedAt, Instant CommittedAt, string Document, string Markdown, string Html, string Sha256, EditionStanding Standing)
{
    /// <summary>The document as its record.</summary>
    public T As<T>() => JsonSerializer.Deserialize<T>(Document, ContentJson.Options)!;
}

/// <summary>Reads single editions, the newest or an earlier one, with the corrections known at a store version.</summary>
public sealed class PublishedEditions(IDbContextFactory<PublicDbContext> stores)
{
    /// <summary>An edition; null where there is none of that version.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="slug">Its address part.</param>
    /// <param name="href">The document's address.</param>
    /// <param name="current">The ledger number of the newest edition at the moment of the answer.</param>
    /// <param name="version">The version; null for the newest.</param>
    public async Task<EditionText?> ReadAsync(EditionKind kind, string slug, string href, long current, int? version)
    {
        await using var store = await stores.CreateDbContextAsync();
        var editions = await store.Editions
            .Where(e => e.Kind == kind && e.Slug == slug && e.Number <= current)
            .OrderBy(e => e.Version)
            .Select(e => new { e.Number, e.Version, e.CommittedAt, e.Reason, e.Document })
            .ToListAsync();
        var wanted = version is null ? editions.LastOrDefault() : editions.Find(e => e.Version == version);
        if (wanted is null)
        {
            return null;
        }

        var row = await store.Editions.SingleAsync(e => e.Number == wanted.Number);
        return new EditionText(
            row.Number, row.ReleasedAt, row.CommittedAt, row.Document, row.Markdown, row.Html, row.Sha256,
            new EditionStanding(
                href, row.Version, editions[^1].Version,
                [.. editions.Where(e => e.Version > 1).Select(e => new Correction(e.Version, e.CommittedAt, e.Reason, ContentJson.IsWithdrawn(e.Document)))]));
    }
}
