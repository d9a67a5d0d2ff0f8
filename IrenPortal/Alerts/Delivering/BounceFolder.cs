using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Alerts.Delivering;

/// <summary>Reads the refusals that the mail server puts into a folder. What was read is deleted, since it names people; what can't be read is put aside.</summary>
public sealed partial class BounceFolder(MailSettings settings, AlertLinks links, IDbContextFactory<AlertsDbContext> stores, TimeProvider time, ILogger<BounceFolder> log)
{
    private const int LargestReport = 1024 * 1024;
    private const string Aside = "not-understood";

    /// <summary>Reads what is there.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (settings is not { BounceFolder: { } folder, BounceAddress: { } address })
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).ToList())
        {
            if (new FileInfo(path).Length <= LargestReport && BounceReport.Read(await File.ReadAllTextAsync(path, cancel), address) is { Tag: { } tag } report && links.ReadBounceTag(tag) is { } subscriber)
            {
                await TakeAsync(report, subscriber, cancel);
                File.Delete(path);
            }
            else
            {
                OwnerOnlyFile.CreateDirectory(Path.Combine(folder, Aside));
                File.Move(path, Path.Combine(folder, Aside, Path.GetFileName(path)), overwrite: true);
                LogAside(log, Path.Combine(folder, Aside));
            }
        }
    }

    private async Task TakeAsync(BounceReport report, Guid subscriber, CancellationToken cancel)
    {
        if (!report.IsFinal)
        {
            return;
        }

        await using var store = await stores.CreateDbContextAsync(cancel);
        if (report.IsPermanent)
        {
            await Bounces.RefusedForGoodAsync(store, subscriber, time.StoredNow(), cancel);
        }
        else
        {
            await Bounces.RefusedForNowAsync(store, subscriber, time.StoredNow(), cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail among the refusals is no report of ours; it was put into {Folder}.")]
    private static partial void LogAside(ILogger logger, string folder);
}
