using System.Collections.Immutable;
using IrenPortal.Data.Public;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>What an editor typed, field by field, kept even where it is no valid document yet.</summary>
/// <param name="Kind">What it is to become.</param>
/// <param name="Values">Text by field name; <c>slug</c> is among them for every kind, <c>reason</c> for a correction.</param>
public sealed record DraftFields(EditionKind Kind, ImmutableSortedDictionary<string, string> Values)
{
    /// <summary>The field that says why a correction is made; readers see it.</summary>
    public const string Reason = "reason";

    /// <summary>The flag that takes a contract, page or event back; an announcement has a status for it.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>True where this takes back what readers have.</summary>
    public bool IsWithdrawal => Kind is EditionKind.Announcement ? this["status"] == Withdrawn : this[Withdrawn] == "true";

    /// <summary>The text that takes back what readers have; what it no longer says is left out.</summary>
    public DraftFields AsWithdrawal(string reason)
    {
        string[] kept = Kind switch
        {
            EditionKind.Announcement => ["headline", "slug", "timing", "releaseAt", "zone", "category"],
            EditionKind.Contract => ["slug", "title", "counterparty", "role", "status", "announced"],
            EditionKind.Page => ["slug", "title"],
            _ => [.. Values.Keys],
        };
        var fields = this with { Values = Values.RemoveRange(Values.Keys.Except(kept, StringComparer.Ordinal)) };
        return (Kind is EditionKind.Announcement ? fields.With("status", Withdrawn) : fields.With(Withdrawn, "true")).With(Reason, reason);
    }

    /// <summary>An empty form.</summary>
    public static DraftFields Empty(EditionKind kind) => new(kind, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>A field's text, empty when absent. Setting goes through <see cref="With"/>.</summary>
    public string this[string name] => Values.GetValueOrDefault(name, "");

    /// <summary>Headline or title; the address part where there is none yet.</summary>
    public string Title => this[FormShape.TitleOf(Kind)] is { Length: > 0 } title ? title : Slug;

    /// <summary>The address part: as typed, else made from the title.</summary>
    public string Slug => this["slug"] is { Length: > 0 } typed ? typed : Slugs.From(this[FormShape.TitleOf(Kind)]);

    /// <summary>Names of the files that the form attaches.</summary>
    public IReadOnlyList<string> Attached => this["files"].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same with one field changed; an empty text takes it away.</summary>
    public DraftFields With(string name, string value) =>
        this with { Values = value.Length == 0 ? Values.Remove(name) : Values.SetItem(name, value) };

    /// <summary>True when every field has the same text.</summary>
    public bool SameAs(DraftFields other) => Kind == other.Kind && Values.SequenceEqual(other.Values);
}
