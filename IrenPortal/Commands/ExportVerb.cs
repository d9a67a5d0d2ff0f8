using System.CommandLine;
using System.Globalization;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Commands;

/// <summary><c>export DIR</c>: everything published, back in the import format.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "A new or empty folder." };
        var command = new Command("export", "Write everything published back in the import format.") { folder };
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetRequiredValue(folder), cancel));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, string folder, CancellationToken cancel) => Refusal.GuardAsync(parsed, async () =>
    {
        var invocation = VerbInvocation.Of(parsed);
        var configuration = invocation.Settings();
        var settings = PortalSettings.From(configuration) with { Role = PortalRole.Public };
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new RefusalException($"{folder}: the folder is not empty; name a new one");
        }

        await using var services = VerbHost.Services(invocation, settings, configuration);
        await using var store = await services.GetRequiredService<IDbContextFactory<PublicDbContext>>().CreateDbContextAsync(cancel);
        await using var snapshot = await store.BeginSnapshotAsync(cancel);

        // Written beside its place and moved: a reader never finds half an export.
        var half = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}.{Guid.NewGuid():N}.new";
        try
        {
            var files = await PublicExport.WriteAsync(store, half, cancel);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }

            Directory.Move(half, folder);
            await invocation.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{files} files written"));
            return 0;
        }
        finally
        {
            if (Directory.Exists(half))
            {
                Directory.Delete(half, recursive: true);
            }
        }
    });
}
