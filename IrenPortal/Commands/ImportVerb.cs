using System.CommandLine;
using IrenPortal.Newsroom.Importing;
using IrenPortal.Newsroom.Releasing;

namespace IrenPortal.Commands;

/// <summary><c>import PATH [--dry-run]</c>: a content folder or one file into the newsroom, and what is published through the gate.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A content folder or one file." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change, change nothing." };
        var command = new Command("import", "Read content into the newsroom; published items go straight out. All or nothing.") { path, dryRun };
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetRequiredValue(path), parsed.GetValue(dryRun), cancel));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, string path, bool dryRun, CancellationToken cancel) => Refusal.GuardAsync(parsed, () => VerbHost.WriteAsync(parsed, async services =>
    {
        await services.GetRequiredService<Reconciliation>().RunAsync(cancel);
        var report = await services.GetRequiredService<ContentImport>().RunAsync(path, dryRun, cancel);
        return await ImportOutput.WriteAsync(parsed, report, dryRun ? "dry run: nothing was changed" : "done");
    }, cancel));
}
