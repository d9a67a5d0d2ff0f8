using System.Globalization;
using System.Text.RegularExpressions;
using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using NodaTime;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>
/// Files dropped into a folder: <c>SYMBOL.csv</c> or <c>SYMBOL_anything.csv</c>, and beside it <c>….actions.csv</c>. What was
/// taken is moved to <c>done/</c>, what wasn't to <c>refused/</c>, each with a <c>.txt</c> that says why.
/// </summary>
public sealed partial class FolderPriceSource(string folder, TimeProvider time) : IPriceSource
{
    private const string ActionsEnding = ".actions.csv";
    private const int MostFiles = 50;

    // A file that was written a moment ago may not be whole yet.
    private static readonly Duration Settling = Duration.FromSeconds(10);

    /// <inheritdoc />
    public string Name { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    /// <inheritdoc />
    public PriceOrigin Origin => PriceOrigin.Folder;

    /// <inheritdoc />
    public Task<PriceCatch> FetchAsync(IReadOnlyList<PriceWish> wishes, CancellationToken cancel)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*.csv").OrderBy(f => f.Name, StringComparer.Ordinal).Take(MostFiles).ToList();
        var drops = files.GroupBy(f => StemOf(f.Name), StringComparer.Ordinal).Where(g => g.All(IsSettled)).ToList();
        return Task.FromResult(new PriceCatch([.. drops.Select(d => Read(d.Key, [.. d]))], []));
    }

    /// <inheritdoc />
    public string Shown(string words) => words;

    /// <inheritdoc />
    public async Task SettleAsync(PriceDelivery delivery, IntakeOutcome outcome, CancellationToken cancel)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, outcome.Refusals.Count > 0 ? "refused" : "done")).FullName;
        var stamp = Now.ToString("uuuuMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        foreach (var name in new[] { delivery.Label, StemOf(delivery.Label) + ActionsEnding }.Distinct(StringComparer.Ordinal).Where(n => File.Exists(Path.Combine(folder, n))))
        {
            File.Move(Path.Combine(folder, name), Path.Combine(place, $"{stamp}-{name}"), overwrite: true);
        }

        var lines = outcome.Refusals.Count > 0 ? outcome.Refusals : [outcome.Words];
        await File.WriteAllLinesAsync(Path.Combine(place, $"{stamp}-{StemOf(delivery.Label)}.txt"), lines, cancel);
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static string StemOf(string name) => name.EndsWith(ActionsEnding, StringComparison.Ordinal) ? name[..^ActionsEnding.Length] : Path.GetFileNameWithoutExtension(name);

    private bool IsSettled(FileInfo file)
    {
        var age = Now - Instant.FromDateTimeUtc(file.LastWriteTimeUtc);
        return age >= Settling || age <= -Settling;
    }

    private static PriceDelivery Read(string stem, IReadOnlyList<FileInfo> files)
    {
        var faults = new List<string>();
        var bars = files.FirstOrDefault(f => f.Name == $"{stem}.csv");
        var label = (bars ?? files[0]).Name;
        if (NamePattern().Match(stem) is not { Success: true } name)
        {
            return new PriceDelivery(label, null, [$"{label}:1: the name begins with no symbol: call it SYMBOL.csv or SYMBOL_anything.csv"]);
        }

        var prices = new PriceFiles(name.Groups["symbol"].Value, Text(bars, faults), Text(files.FirstOrDefault(f => f.Name == stem + ActionsEnding), faults));
        return new PriceDelivery(label, faults.Count == 0 ? prices : null, faults);
    }

    private static PriceText? Text(FileInfo? file, List<string> faults)
    {
        if (file is null)
        {
            return null;
        }

        // A link could lead to a file that whoever drops it can't read, and its first lines into the reason.
        if (file.LinkTarget is not null)
        {
            faults.Add($"{file.Name}:1: is a link: drop the file itself");
            return null;
        }

        if (file.Length > ContentLimits.PriceBytes)
        {
            faults.Add($"{file.Name}:1: the file is larger than 20 MB: split it");
            return null;
        }

        if (ContentText.Decode(file.Name, File.ReadAllBytes(file.FullName), ContentLimits.PriceBytes, out var issue) is { } text)
        {
            return new PriceText(file.Name, text);
        }

        faults.Add(issue!.ToString());
        return null;
    }

    [GeneratedRegex(@"^(?<symbol>[A-Z0-9.\-]{1,20})(?:_.*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamePattern();
}
