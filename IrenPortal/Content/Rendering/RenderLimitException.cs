namespace IrenPortal.Content.Rendering;

/// <summary>Ends a walk that would pass a cap; never leaves the renderer.</summary>
internal sealed class RenderLimitException(int line, string message, bool late = false) : Exception(message)
{
    /// <summary>The line in the Markdown, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>True where the time ran out.</summary>
    public bool Late { get; } = late;
}
