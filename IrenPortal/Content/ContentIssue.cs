using System.Globalization;

namespace IrenPortal.Content;

/// <summary>One fault that a person can mend in a file.</summary>
/// <param name="Path">The file as the caller named it.</param>
/// <param name="Line">The line, from 1; 1 where the fault is the whole file's.</param>
/// <param name="Field">The front matter's field, such as <c>phases[2].date</c>; null where there is none.</param>
/// <param name="Message">What is wrong and what to write instead, one line.</param>
public sealed record ContentIssue(string Path, int Line, string? Field, string Message)
{
    /// <summary>The fault as the command line prints it: <c>path:line: message</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}: {Message}");
}
