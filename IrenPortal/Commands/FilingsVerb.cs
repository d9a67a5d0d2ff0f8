using System.CommandLine;
using IrenPortal.Content;
using IrenPortal.Hosting;
using IrenPortal.Newsroom.Filings;

namespace IrenPortal.Commands;

/// <summary><c>filings import FILE.json</c>: adds or replaces filings with the SEC from EDGAR's list.</summary>
internal static class FilingsVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The company's list as data.sec.gov/submissions/CIK##########.json gives it, or one of its older files." };
        var import = new Command("import", "Add or replace filings. All or nothing.") { file };
        import.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetRequiredValue(file), cancel));
        return new Command("filings", "Filings with the SEC.") { import };
    }

    private static Task<int> RunAsync(ParseResult parsed, string path, CancellationToken cancel) => Refusal.GuardAsync(parsed, () => VerbHost.WriteAsync(parsed, async services =>
    {
        var faults = new List<string>();
        if (InputFile.Read(path, faults, ContentLimits.FilingBytes) is not { } text)
        {
            throw new RefusalException(faults);
        }

        return await ImportOutput.WriteAsync(parsed, await services.GetRequiredService<FilingDesk>().ImportAsync(path, text, cancel));
    }, cancel));
}
