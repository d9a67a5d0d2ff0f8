using System.Diagnostics;
using System.Globalization;
using IrenPortal.Content.Rendering;
using Markdig;

namespace IrenPortal.Content;

/// <summary>
/// Markdown to safe HTML: CommonMark with pipe tables, footnotes and definition lists, parsed by Markdig and written by a
/// walk of our own that knows an allow-list of elements. Raw HTML is refused. Pure, and never throws for any text.
/// </summary>
public static class MarkdownRenderer
{
    private static readonly MarkdownPipeline Pipeline = Warm(new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .Build());

    /// <summary>Renders a text within the caps of <see cref="ContentLimits"/>; what is above them is an issue.</summary>
    public static RenderedMarkdown Render(string markdown)
    {
        // Something else in this process may be at work for a moment; a text that is too slow is so every time.
        var start = Stopwatch.GetTimestamp();
        var first = Render(markdown, ContentLimits.RenderTime, out var late);
        return late && Stopwatch.GetElapsedTime(start) < 12 * ContentLimits.RenderTime ? Render(markdown, ContentLimits.RenderTime, out _) : first;
    }

    internal static RenderedMarkdown Render(string markdown, TimeSpan limit, out bool late)
    {
        late = false;
        if (BeforeParsing.Check(markdown) is { Count: > 0 } issues)
        {
            return Refused(issues);
        }

        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        try
        {
            var tree = Markdown.Parse(markdown, Pipeline);
            var rendered = new MarkdownWalk(tree, IsLate).Run();
            late = IsLate();
            return late ? Refused([TooSlow]) : rendered;
        }
        catch (RenderLimitException limitHit)
        {
            late = limitHit.Late;
            return Refused([late ? TooSlow : new MarkdownIssue(limitHit.Line, limitHit.Message)]);
        }
        catch (ArgumentException)
        {
            // Markdig's own answer to a nest deeper than it can walk.
            return Refused([new MarkdownIssue(1, "quotes, lists or emphasis are nested too deeply to be read: write them flatter")]);
        }

        // Both: a machine that is busy with something else makes the clock run on, and that is no fault of the text.
        bool IsLate() => Stopwatch.GetElapsedTime(start) >= limit && Environment.CpuUsage.TotalTime - used >= limit;
    }

    private static MarkdownIssue TooSlow { get; } = new(1, string.Create(
        CultureInfo.InvariantCulture,
        $"the text takes longer than {ContentLimits.RenderTime.TotalMilliseconds} ms to render: write it simpler or shorter"));

    private static RenderedMarkdown Refused(IReadOnlyList<MarkdownIssue> issues) => new("", "", [], 0, issues);

    // The first parse compiles the parser, which must not count against anybody's text.
    private static MarkdownPipeline Warm(MarkdownPipeline pipeline)
    {
        const string sample = "## A\n\n*b* **c** `d` [e](/f)[^1]\n\n| g | h |\n|---|--:|\n| i | j |\n\n- k\n\n1. l\n\n> m\n\n    n\n\nO\n: p\n\n[^1]: q\n";
        _ = new MarkdownWalk(Markdown.Parse(sample, pipeline), () => false).Run();
        return pipeline;
    }
}
