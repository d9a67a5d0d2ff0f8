using System.CommandLine;
using IrenPortal.Hosting;
using IrenPortal.Newsroom.Importing;

namespace IrenPortal.Commands;

/// <summary>What a verb that imports says: a line a change and how it ended, or a line a refusal.</summary>
internal static class ImportOutput
{
    /// <summary>Writes it; the exit code of a done import.</summary>
    /// <param name="parsed">The verb.</param>
    /// <param name="report">What was done.</param>
    /// <param name="done">The last line where anything was new.</param>
    /// <exception cref="RefusalException">The import was refused.</exception>
    public static async Task<int> WriteAsync(ParseResult parsed, ImportReport report, string done = "done")
    {
        if (report.Refusals.Count > 0)
        {
            throw new RefusalException(report.Refusals);
        }

        foreach (var change in report.Changes)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(change);
        }

        await parsed.InvocationConfiguration.Output.WriteLineAsync(report.Changes.Count == 0 ? "nothing is new" : done);
        return 0;
    }
}
