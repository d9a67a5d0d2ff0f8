using IrenPortal.Content;
using IrenPortal.Data.Public;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>A form read as the document that it would become.</summary>
/// <param name="Document">The Content record; null while there are issues.</param>
/// <param name="Issues">What to put right, by field.</param>
/// <param name="Rendered">The body as readers would see it; what can't be shown is left out.</param>
public sealed record CheckedDraft(object? Document, IReadOnlyList<ContentIssue> Issues, RenderedMarkdown Rendered);

/// <summary>Checks a form by the rules of the content format.</summary>
public static class DraftCheck
{
    /// <summary>Reads the form as a file. A draft that has no status yet counts as one.</summary>
    public static CheckedDraft Run(DraftFields fields, ContentContext context)
    {
        var path = $"{FormShape.Folder(fields.Kind)}/{fields.Slug}.md";

        // What goes without saying is said, so that an empty form is a file too, and the check can name what it lacks.
        var (standing, word) = fields.Kind is EditionKind.Announcement ? ("status", "draft") : (DraftFields.Withdrawn, "false");
        var text = FormText.Compose(fields[standing].Length == 0 ? fields.With(standing, word) : fields);
        return fields.Kind switch
        {
            EditionKind.Announcement => Of(AnnouncementFile.Read(path, text, context), fields),
            EditionKind.Contract => Of(ContractFile.Read(path, text), fields),
            EditionKind.Page => Of(PageFile.Read(path, text), fields),
            EditionKind.Event => Of(EventFile.Read(path, text), fields),
            _ => throw new ArgumentOutOfRangeException(nameof(fields), fields.Kind, "This kind has no form."),
        };
    }

    // The calendar's entries say all in their fields, and a withdrawal has no text.
    private static bool MayBeEmpty(DraftFields fields) => fields.Kind is EditionKind.Event || fields.IsWithdrawal;

    private static CheckedDraft Of<TDocument>(ContentRead<TDocument> read, DraftFields fields)
        where TDocument : class
    {
        IReadOnlyList<ContentIssue> issues = fields[FormShape.Body].Length == 0 && !MayBeEmpty(fields) && read.Issues.Count == 0
            ? [new ContentIssue("", 1, FormShape.Body, "the text is empty: write it")]
            : read.Issues;
        return new CheckedDraft(issues.Count == 0 ? read.Document : null, issues, read.Rendered ?? MarkdownRenderer.Render(fields[FormShape.Body]));
    }
}
