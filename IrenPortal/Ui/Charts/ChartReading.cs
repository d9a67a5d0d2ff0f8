namespace IrenPortal.Ui.Charts;

/// <summary>
/// How a chart is read by pointer, touch and keyboard (<c>charts.js</c>): from the table that repeats its figures. The table has
/// one row for each slot of the axis; its row heads say where, and a column's <c>data-word</c>, else its head, what a value is.
/// </summary>
/// <param name="Name">What is read, such as "Twenty-one sessions".</param>
/// <param name="Table">Id of the table.</param>
/// <param name="Columns">The <c>data-key</c> of the columns to read, in order, apart by spaces; null reads them all.</param>
/// <param name="NewestFirst">True where the table runs against the axis.</param>
/// <param name="Start">The slot at which the keyboard begins, from 0; null for the last.</param>
public sealed record ChartReading(string Name, string Table, string? Columns = null, bool NewestFirst = false, int? Start = null);
