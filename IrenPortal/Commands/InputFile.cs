using System.Globalization;
using IrenPortal.Content;

namespace IrenPortal.Commands;

/// <summary>Text files that a verb is given, read whole and strictly as UTF-8.</summary>
internal static class InputFile
{
    /// <summary>The text of a file; null with a fault when there is none, or it can't be read, is too large or no text.</summary>
    /// <param name="path">As the caller named it; a pipe will do.</param>
    /// <param name="faults">Where a line about it goes.</param>
    /// <param name="most">The cap in bytes.</param>
    public static string? Read(string path, ICollection<string> faults, int most = ContentLimits.PriceBytes)
    {
        if (Directory.Exists(path))
        {
            faults.Add($"{path}:1: this is a folder: name a file in it");
            return null;
        }

        if (!File.Exists(path))
        {
            faults.Add($"{path}:1: there is no such file: name one that exists");
            return null;
        }

        try
        {
            return Text(path, faults, most);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{path}:1: the file can't be read ({fault.Message.ReplaceLineEndings(" ")}): name one that can");
            return null;
        }
    }

    private static string? Text(string path, ICollection<string> faults, int most)
    {
        // The size is not asked beforehand: a pipe has none, and a file may grow.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        using var bytes = new MemoryStream();
        var part = new byte[81920];
        for (int read; bytes.Length <= most && (read = file.Read(part)) > 0;)
        {
            bytes.Write(part, 0, read);
        }

        if (bytes.Length > most)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{path}:1: the file is larger than {most >> 20} MB: split it"));
            return null;
        }

        var text = ContentText.Decode(path, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), most, out var issue);
        if (issue is not null)
        {
            faults.Add(issue.ToString());
        }

        return text;
    }
}
