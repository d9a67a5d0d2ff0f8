using IrenPortal.Content.Folder;
using NodaTime;

namespace IrenPortal.Content;

/// <summary>What a content folder is checked against besides itself: what the portal already has.</summary>
/// <param name="Now">The trusted clock's time.</param>
public sealed record ContentFolderOptions(Instant Now)
{
    /// <summary>The company as the portal knows it; used where no <c>company.yml</c> is read.</summary>
    public CompanyProfile? Company { get; init; }

    /// <summary>Slugs of announcements that the portal has, released or not.</summary>
    public IReadOnlySet<string> Announcements { get; init; } = new HashSet<string>();

    /// <summary>Slugs of contracts that the portal has.</summary>
    public IReadOnlySet<string> Contracts { get; init; } = new HashSet<string>();

    /// <summary>Names of media files that the portal has.</summary>
    public IReadOnlySet<string> Media { get; init; } = new HashSet<string>();
}

/// <summary>Reads a whole content folder, or one file of it.</summary>
public static class ContentFolder
{
    /// <summary>
    /// Reads everything and checks each file and what they say of each other. The same files give the same result whatever
    /// order the file system lists them in. A single file is known by its folder's name, else by its fields; the
    /// <c>company.yml</c> and <c>media/</c> beside its folder are used where they are.
    /// </summary>
    /// <param name="path">A folder or a file, as the caller names it; issues name files below it the same way.</param>
    /// <param name="options">What the portal already has.</param>
    /// <returns>The set, null when there is any issue, and the issues by path and line.</returns>
    public static (ContentSet? Set, IReadOnlyList<ContentIssue> Issues) Read(string path, ContentFolderOptions options)
    {
        var reader = new FolderReader(options);
        try
        {
            if (Directory.Exists(path))
            {
                reader.Folder(path);
            }
            else if (File.Exists(path))
            {
                reader.SingleFile(path);
            }
            else
            {
                return (null, [new ContentIssue(path, 1, null, "there is no such file or folder: name one that exists")]);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, [new ContentIssue(path, 1, null, $"reading failed ({fault.Message.ReplaceLineEndings(" ")}): make every file below it readable")]);
        }

        return reader.Finish();
    }
}
