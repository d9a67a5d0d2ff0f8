using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Site.Search;

/// <summary>What a reader searches for; every part may be missing.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Kind">Only things of this kind.</param>
/// <param name="Year">Only those of this year in the company's zone.</param>
/// <param name="Category">Only releases of this category.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record SearchQuery(string? Text = null, EditionKind? Kind = null, int? Year = null, string? Category = null, int Page = 1)
{
    /// <summary>The kinds that can be found, in the order of the page.</summary>
    public static IReadOnlyList<EditionKind> Kinds { get; } = [EditionKind.Announcement, EditionKind.Contract, EditionKind.Event, EditionKind.Page];

    /// <summary>Reads the question as far as it can be read; <paramref name="fields"/> notes the rest.</summary>
    public static SearchQuery Read(QueryFields fields) => new(
        fields.Text("q"), KindOf(fields.Word("kind", [.. Kinds.Select(Word)])), fields.Number("year", 1, 9999), fields.Text("category"), fields.Number("page", 1, int.MaxValue) ?? 1);

    /// <summary>Whether anything narrows what the words find.</summary>
    public bool IsFiltered => Kind is not null || Year is not null || Category is not null;

    /// <summary>The address that asks for this.</summary>
    public string Href
    {
        get
        {
            (string Name, string? Value)[] fields =
            [
                ("q", Text), ("kind", Kind is { } kind ? Word(kind) : null), ("year", Year is { } year ? Format.Year(year) : null), ("category", Category), ("page", Page > 1 ? Format.Year(Page) : null),
            ];
            var asked = string.Join('&', fields.Where(f => f.Value is not null).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}"));
            return asked.Length == 0 ? "/search" : "/search?" + asked;
        }
    }

    /// <summary>A kind as addresses and the API have it.</summary>
    public static string Word(EditionKind kind) => kind.ToString().ToLowerInvariant();

    private static EditionKind? KindOf(string? word) => word is null ? null : Kinds.Single(k => Word(k) == word);
}
