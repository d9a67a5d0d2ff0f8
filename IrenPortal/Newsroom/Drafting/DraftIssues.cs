using IrenPortal.Content;
using IrenPortal.Data.Public;
using IrenPortal.Ui;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>Something to put right, in the editor's words.</summary>
/// <param name="Field">The form's field; null where it is the whole text's.</param>
/// <param name="Sentence">What is wrong and what to write instead.</param>
public sealed record DraftIssue(string? Field, string Sentence)
{
    /// <summary>As a line of the error summary.</summary>
    public FormIssue ToFormIssue() => new(Field is null ? null : "field-" + Field, Sentence);
}

/// <summary>What the check of a form found, said with the form's labels instead of the file format's names.</summary>
public static class DraftIssues
{
    /// <summary>Everything that stands between this form and its release.</summary>
    /// <param name="fields">The form.</param>
    /// <param name="check">What its check found.</param>
    /// <param name="correction">A correction needs its reason.</param>
    public static IReadOnlyList<DraftIssue> Of(DraftFields fields, CheckedDraft check, bool correction)
    {
        var issues = check.Issues.Select(i => Of(fields.Kind, i)).Distinct().ToList();
        if (correction && fields[DraftFields.Reason].Length == 0)
        {
            issues.Insert(0, new DraftIssue(DraftFields.Reason, "The reason is empty: readers see it, write a sentence."));
        }

        return issues;
    }

    private static DraftIssue Of(EditionKind kind, ContentIssue issue)
    {
        var field = issue.Field?.Split('.', '[')[0];
        var look = FieldLook.Of(kind, correction: true).FirstOrDefault(f => f.Name == field);
        var named = issue.Field is null ? null : $"`{issue.Field}` ";
        var sentence = look is not null && named is not null && issue.Message.StartsWith(named, StringComparison.Ordinal)
            ? $"{look.Label} {issue.Message[named.Length..]}"
            : issue.Message;
        var place = look?.Name ?? (field == "files" || field == FormShape.Body ? field : null)
            ?? (issue.Message.StartsWith("the body", StringComparison.Ordinal) || issue.Message.StartsWith("the text", StringComparison.Ordinal) ? FormShape.Body : null);
        return new DraftIssue(place, char.ToUpperInvariant(sentence[0]) + sentence[1..] + (sentence.EndsWith('.') ? "" : "."));
    }
}
