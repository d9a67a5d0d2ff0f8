namespace IrenPortal.Hosting;

/// <summary>Something can't be done as asked; each line says what is wrong and what to write instead.</summary>
public sealed class RefusalException(params IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    /// <summary>A line a fault.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}
