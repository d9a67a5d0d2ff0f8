using System.Globalization;
using System.Text.RegularExpressions;
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
public static partial class DraftIssues
{
    /// <summary>Everything that stands between this form and its release.</summary>
    /// <param name="fields">The form.</param>
    /// <param name="check">What its check found.</param>
    /// <param name="correction">A correction needs its reason.</param>
    /// <param name="missing">Files that it names and that are nowhere.</param>
    public static IReadOnlyList<DraftIssue> Of(DraftFields fields, CheckedDraft check, bool correction, IReadOnlyList<string> missing)
    {
        var ofText = check.Rendered.Issues.Select(i => i.Message).ToHashSet(StringComparer.Ordinal);
        var issues = check.Issues.Where(i => i.Field is not null || !ofText.Contains(i.Message))
            .Where(i => !IsOfAddress(i) || fields.Title.Length > 0)
            .Select(i => IsOfAddress(i) ? NoAddress : Of(fields.Kind, i))
            .Concat(check.Rendered.Issues.Select(InText))
            .Concat(missing.Select(name => new DraftIssue("files", $"The file {name} is neither here nor published: add it under Files, or take its name out.")))
            .Distinct().ToList();
        if (correction && fields[DraftFields.Reason].Length == 0)
        {
            issues.Insert(0, new DraftIssue(DraftFields.Reason, "The reason is empty: readers see it, write a sentence."));
        }

        return issues;
    }

    private static DraftIssue NoAddress { get; } = new("slug", "The address can’t be made of these words: write one in letters a to z, digits and hyphens.");

    // A file's name gives its address; a form's is made of the title, and without a title that is what is missing.
    private static bool IsOfAddress(ContentIssue issue) => issue.Field is null && issue.Message.StartsWith("the file's name", StringComparison.Ordinal);

    private static DraftIssue InText(MarkdownIssue issue) => new(
        FormShape.Body,
        string.Create(CultureInfo.InvariantCulture, $"Line {issue.Line}: {issue.Message}{(issue.Message.EndsWith('.') ? "" : ".")}"));

    private static DraftIssue Of(EditionKind kind, ContentIssue issue)
    {
        var field = issue.Field?.Split('.', '[')[0];
        var look = FieldLook.Of(kind, correction: true).FirstOrDefault(f => f.Name == field);
        var sentence = look is null ? issue.Message : Said(look, issue);
        var place = look?.Name ?? (field == "files" || field == FormShape.Body ? field : null)
            ?? (issue.Message.StartsWith("the body", StringComparison.Ordinal) || issue.Message.StartsWith("the text", StringComparison.Ordinal) ? FormShape.Body : null);
        return new DraftIssue(place, Sentence.Of(sentence));
    }

    // A file names its fields, the form its labels; of a row in a file the form has a line.
    private static string Said(FieldLook look, ContentIssue issue)
    {
        var named = $"`{issue.Field}` ";
        var words = issue.Message.StartsWith(named, StringComparison.Ordinal) ? issue.Message[named.Length..] : issue.Message;
        if (RowPart().Match(issue.Field!) is not { Success: true } row)
        {
            // What a file must add as a line, a form has a field for.
            return words == issue.Message ? words : words.StartsWith("is missing: add a line", StringComparison.Ordinal) ? $"{look.Label} is empty: fill it in" : $"{look.Label} {words}";
        }

        var line = int.Parse(row.Groups["row"].Value, CultureInfo.InvariantCulture) + 1;
        var fault = words.Split(": add a line", 2)[0];
        return string.Create(CultureInfo.InvariantCulture, $"{look.Label}, line {line}: the {Column(row.Groups["column"].Value)} {fault}");
    }

    // Sources are written title | address; the file calls the address url.
    private static string Column(string name) => name is "url" ? "address" : name;

    [GeneratedRegex(@"\[(?<row>[0-9]+)\]\.(?<column>[A-Za-z]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RowPart();
}
