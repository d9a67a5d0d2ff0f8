using IrenPortal.Site.Published;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Newsroom.Editions;

/// <summary>First public reads in words for staff.</summary>
public static class ReadWords
{
    /// <summary>The first read by page, list and API, each in milliseconds after the commit.</summary>
    /// <param name="read">What this process noted; null where it noted nothing.</param>
    public static string Of(FirstRead? read)
    {
        if (read is null)
        {
            return "First public read: measured in the process that serves readers, from its start on";
        }

        var reads = new[] { ("page", read.Page), ("list", read.List), ("API", read.Api) }.Where(r => r.Item2 is not null)
            .Select(r => $"{r.Item1} {Format.Count((int)Math.Min(read.Milliseconds(r.Item2!.Value), int.MaxValue))} ms").ToList();
        return reads.Count == 0 ? "First public read: none yet in this process" : $"First public read, after the commit: {string.Join(", ", reads)}";
    }
}
