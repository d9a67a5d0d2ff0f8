using System.Collections.Immutable;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>What a save or a restoring makes of the newest text.</summary>
internal static class FieldMerge
{
    /// <summary>The newest text with what a form sent. Fields that the form doesn't show stay as they are: the release time of a correction, say.</summary>
    public static ImmutableSortedDictionary<string, string> Kept(DraftFields newest, ImmutableSortedDictionary<string, string> values)
    {
        // Of a withdrawal only the reason is written.
        HashSet<string> known = newest.IsWithdrawal
            ? [DraftFields.Reason]
            : FormShape.Of(newest.Kind).Select(f => f.Name).Append(FormShape.Body).Append("slug").ToHashSet(StringComparer.Ordinal);
        return values.Where(v => known.Contains(v.Key))
            .Aggregate(newest, (fields, value) => fields.With(value.Key, value.Value.ReplaceLineEndings("\n")))
            .Values;
    }

    /// <summary>An earlier text over what readers have: address, time and state stay. Null for a withdrawal, which is cancelled instead.</summary>
    public static DraftFields? Restored(DraftFields newest, DraftFields earlier) =>
        newest.IsWithdrawal || earlier.IsWithdrawal
            ? null
            : FieldLook.Of(newest.Kind, correction: false).Select(look => look.Name).Append(FormShape.Body).Append("files").Where(name => name is not "slug")
                .Aggregate(newest, (fields, name) => fields.With(name, earlier[name]));
}
