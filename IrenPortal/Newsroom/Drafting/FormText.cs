using System.Text.RegularExpressions;
using IrenPortal.Content.FrontMatter;
using IrenPortal.Data.Public;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>Form fields to the import format and back, so that a form and a file are checked by the same rules.</summary>
public static partial class FormText
{
    /// <summary>The document in import format; what was typed wrongly stays in it for the check to name.</summary>
    public static string Compose(DraftFields fields)
    {
        var shape = FormShape.Of(fields.Kind);
        return MarkdownDocument.Write(fields[FormShape.Body], yaml =>
        {
            foreach (var field in shape)
            {
                var value = field.Name == "slug" ? fields.Slug : fields[field.Name];
                if (value.Length > 0)
                {
                    Write(yaml, field, value);
                }
            }
        });
    }

    /// <summary>The fields of a text in import format.</summary>
    /// <exception cref="InvalidDataException">The text has no readable front matter.</exception>
    public static DraftFields Parse(EditionKind kind, string slug, string text)
    {
        const string fence = "---\n";
        var end = text.IndexOf("\n" + fence, fence.Length - 1, StringComparison.Ordinal);
        var issues = new IssueList(slug);
        var map = end < 0 ? null : YamlTree.Read(text[fence.Length..(end + 1)], 2, issues);
        if (map is null)
        {
            throw new InvalidDataException($"{slug}: the stored text has no readable front matter");
        }

        var fields = DraftFields.Empty(kind).With("slug", slug);
        var shape = FormShape.Of(kind).ToDictionary(f => f.Name, StringComparer.Ordinal);
        fields = map.Entries.Aggregate(fields, (all, entry) => shape.TryGetValue(entry.Key, out var field) ? all.With(entry.Key, Read(field, entry.Value)) : all);
        return fields.With(FormShape.Body, MarkdownFile.Normalise(text[(end + 1 + fence.Length)..]));
    }

    /// <summary>Cells of a row, <c>|</c> between them; <c>\|</c> stands for the character itself.</summary>
    public static IReadOnlyList<string> Cells(string row) =>
        [.. CellBreak().Split(row).Select(c => c.Replace("\\|", "|", StringComparison.Ordinal).Trim())];

    /// <summary>A row of cells, without empty ones at its end.</summary>
    public static string Row(IEnumerable<string> cells) =>
        string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).TrimEnd('|', ' ');

    private static void Write(YamlWriter yaml, FormField field, string value)
    {
        switch (field.Shape)
        {
            case FieldShape.Text:
                yaml.Text(field.Name, value);
                break;
            case FieldShape.Typed:
                yaml.Typed(field.Name, value);
                break;
            case FieldShape.List:
                yaml.TextList(field.Name, Lines(value));
                break;
            case FieldShape.Row:
                yaml.Map(field.Name, row => WriteRow(row, field, value));
                break;
            default:
                yaml.List(field.Name, Lines(value), (row, line) => WriteRow(row, field, line));
                break;
        }
    }

    private static void WriteRow(YamlWriter yaml, FormField field, string line)
    {
        var cells = Cells(line);
        for (var i = 0; i < field.Columns.Count; i++)
        {
            // A cell too many belongs to the last column, whose check then names it.
            var cell = i == field.Columns.Count - 1 ? string.Join(" | ", cells.Skip(i)) : cells.ElementAtOrDefault(i) ?? "";
            var name = field.Columns[i].TrimEnd('*');
            if (cell.Length == 0 && i > 0)
            {
                continue;
            }

            if (field.Columns[i].EndsWith('*'))
            {
                yaml.Typed(name, cell);
            }
            else
            {
                yaml.Text(name, cell);
            }
        }
    }

    private static string Read(FormField field, YamlNode node) => field.Shape switch
    {
        FieldShape.List => string.Join('\n', Items(node).Select(Scalar)),
        FieldShape.Rows => string.Join('\n', Items(node).Select(item => RowOf(field, item))),
        FieldShape.Row => RowOf(field, node),
        _ => Scalar(node),
    };

    private static string RowOf(FormField field, YamlNode node) => node is YamlMap map
        ? Row(field.Columns.Select(column => map.Entries.FirstOrDefault(e => e.Key == column.TrimEnd('*')) is { } entry ? Scalar(entry.Value) : ""))
        : Scalar(node);

    private static IReadOnlyList<YamlNode> Items(YamlNode node) => node is YamlList list ? list.Items : [node];

    private static string Scalar(YamlNode node) => node is YamlScalar scalar ? scalar.Text : "";

    private static string[] Lines(string value) => value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex CellBreak();
}
