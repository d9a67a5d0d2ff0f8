using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace IrenPortal.Content.Rendering;

internal sealed partial class MarkdownWalk
{
    private void Table(Table table)
    {
        var columns = table.OfType<TableRow>().Select(r => r.Count).DefaultIfEmpty().Max();
        if (columns > ContentLimits.TableColumns)
        {
            Refuse(table, string.Create(CultureInfo.InvariantCulture, $"the table has {columns} columns: cut it to {ContentLimits.TableColumns}"));
            return;
        }

        _out.Markup("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"").Attribute("aria-label", TableLabel()).Markup(">\n<table>\n");
        var part = "";
        foreach (var row in table.OfType<TableRow>())
        {
            var wanted = row.IsHeader ? "thead" : "tbody";
            if (part != wanted)
            {
                _out.Markup(part.Length == 0 ? $"<{wanted}>\n" : $"</{part}>\n<{wanted}>\n");
                part = wanted;
            }

            Deeper(row, () => Row(table, row));
        }

        _out.Markup(part.Length == 0 ? "</table>\n</div>\n" : $"</{part}>\n</table>\n</div>\n");
    }

    private void Row(Table table, TableRow row)
    {
        _out.Markup("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            var tag = row.IsHeader ? "th" : "td";
            _out.Markup(row.IsHeader ? "<th scope=\"col\"" : "<td");
            var alignment = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
            _out.Markup(alignment switch
            {
                TableColumnAlign.Left => " class=\"align-left\">",
                TableColumnAlign.Center => " class=\"align-center\">",
                TableColumnAlign.Right => " class=\"align-right\">",
                _ => ">",
            });
            foreach (var paragraph in ((TableCell)row[i]).OfType<LeafBlock>())
            {
                Inlines(paragraph.Inline);
            }

            _out.Markup($"</{tag}>");
            _out.Plain(i < row.Count - 1 ? "\t" : "");
        }

        _out.Markup("</tr>\n");
        _out.PlainLine();
    }

    // Two regions of a page must not have one name.
    private string TableLabel()
    {
        var label = _lastHeading.Length == 0 ? "Table" : $"Table: {_lastHeading}";
        var count = _tableLabels[label] = _tableLabels.GetValueOrDefault(label) + 1;
        return count == 1 ? label : string.Create(CultureInfo.InvariantCulture, $"{label} ({count})");
    }
}
