using System.Text;

namespace IrenPortal.Content;

/// <summary>A CSV export line by line: LF line ends, a first line of column names, cells as <see cref="CsvCell"/> writes them.</summary>
public sealed class CsvText
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins with the names of the columns.</summary>
    public CsvText(IEnumerable<string> columns) => Row(columns);

    /// <summary>Adds a line; null is an empty cell.</summary>
    public void Row(IEnumerable<string?> cells) => _text.AppendJoin(',', cells).Append('\n');

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}
