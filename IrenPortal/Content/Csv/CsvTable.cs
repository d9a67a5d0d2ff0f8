using System.Globalization;
using System.Text;
using CsvHelper;
using IrenPortal.Content.FrontMatter;

namespace IrenPortal.Content.Csv;

/// <summary>The rows of one CSV file under its known columns. Faults are collected, at most <see cref="MostFaults"/>.</summary>
internal sealed class CsvTable
{
    private const int MostFaults = 100;
    private readonly List<ContentIssue> _issues = [];
    private readonly string _path;

    private CsvTable(string path) => _path = path;

    /// <summary>The rows that have as many cells as the header names.</summary>
    public IReadOnlyList<CsvRow> Rows { get; private set; } = [];

    /// <summary>Reads a file; columns that aren't known are passed over unless they look like a slip.</summary>
    public static CsvTable Read(string path, string text, IReadOnlyList<string> columns, IReadOnlyList<string> required, bool mayBeEmpty = false)
    {
        var table = new CsvTable(path);
        if (Encoding.UTF8.GetByteCount(text) > ContentLimits.PriceBytes)
        {
            table.Fault(1, null, "the file is larger than 20 MB: split it");
            return table;
        }

        var options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => table.Fault((int)bad.LineNumber, null, "the row has a quote that doesn't close or has text beside it: write a cell that holds a quote in quotes, and the quote twice"),
        };
        using var reader = CsvReader.FromText(text.TrimStart('\uFEFF'), options);
        if (!reader.Read() || table.Header(Cells(reader), columns, required) is not { } header)
        {
            if (table._issues.Count == 0)
            {
                table.Fault(1, null, $"the file is empty: write the header {string.Join(',', columns)} and a row a day");
            }

            return table;
        }

        var rows = new List<CsvRow>();
        var (line, read) = (1, 0);
        while (reader.Read())
        {
            line = (int)reader.LineNumber;
            if (++read > ContentLimits.PriceRows)
            {
                table.Fault(line, null, string.Create(CultureInfo.InvariantCulture, $"the file has more than {ContentLimits.PriceRows} rows: a symbol has one a day"));
                break;
            }

            if (reader.FieldCount == header.Count)
            {
                var cells = Cells(reader);
                rows.Add(new CsvRow(table, line, header
                    .Select((name, i) => (Name: name, Cell: cells[i]))
                    .Where(c => c.Name is not null)
                    .ToDictionary(c => c.Name!, c => c.Cell, StringComparer.Ordinal)));
            }
            else
            {
                table.Fault(line, null, string.Create(CultureInfo.InvariantCulture, $"the row has {reader.FieldCount} cells, the header {header.Count}: write one a column, without thousands separators"));
            }
        }

        if (rows.Count == 0 && !mayBeEmpty && table._issues.Count == 0)
        {
            table.Fault(line, null, "the file has no row below the header: write one a day");
        }

        table.Rows = rows;
        return table;
    }

    /// <summary>Notes a fault.</summary>
    public void Fault(int line, string? column, string message)
    {
        if (_issues.Count < MostFaults)
        {
            _issues.Add(new ContentIssue(_path, line, column, message));
        }
    }

    /// <summary>The result: the value where nothing is wrong.</summary>
    public ContentRead<T> Finish<T>(T value) where T : class => new(_issues.Count == 0 ? value : null, [.. _issues.OrderBy(i => i.Line)]);

    private static string[] Cells(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    // The known name of each column of the file, null for one that is passed over.
    private List<string?>? Header(string[] cells, IReadOnlyList<string> columns, IReadOnlyList<string> required)
    {
        if (cells.Length == 1 && cells[0].AsSpan().IndexOfAny(';', '\t') >= 0)
        {
            Fault(1, null, $"the cells are parted by semicolons or tabs: part them by commas, and write the header {string.Join(',', columns)}");
            return null;
        }

        var names = cells.Select(cell => columns.FirstOrDefault(c => c.Equals(cell, StringComparison.OrdinalIgnoreCase))).ToList();
        foreach (var repeated in names.OfType<string>().GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            Fault(1, repeated.Key, $"the column {repeated.Key} is in the header twice: keep one");
        }

        var missing = columns.Except(names.OfType<string>(), StringComparer.Ordinal).ToList();
        foreach (var (cell, name) in cells.Zip(names))
        {
            if (name is null && Nearest.To(cell, missing) is { } meant)
            {
                Fault(1, cell, $"the column `{FieldReader.Shown(cell)}` is not known: did you mean {meant}?");
            }
        }

        foreach (var name in required.Intersect(missing, StringComparer.Ordinal))
        {
            Fault(1, name, $"the column {name} is missing: write the header {string.Join(',', columns)}");
        }

        return _issues.Count == 0 ? names : null;
    }
}
