namespace IrenPortal.Ui.Formats;

public static partial class Format
{
    /// <summary>A size in units of 1,024: <c>812 bytes</c>, <c>1.2 KB</c>, <c>20 MB</c>.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        1 => "1 byte",
        < 1_024 => Count(bytes) + " bytes",
        < 1_048_525 => Number(bytes / 1_024m, 1) + " KB",
        < 1_073_689_395 => Number(bytes / 1_048_576m, 1) + " MB",
        _ => Number(bytes / 1_073_741_824m, 1) + " GB",
    };

    /// <summary>The first twelve digits of a hash in groups of four, enough to compare by eye: <c>7c1e 90ab 42d3</c>.</summary>
    /// <param name="hex">Hexadecimal digits.</param>
    public static string HashStart(string hex) => hex.Length < 12 ? hex : $"{hex[..4]} {hex[4..8]} {hex[8..12]}";

    /// <summary>The kind of a file by its name: <c>CSV</c>, <c>PDF</c>; "File" where the name has no ending.</summary>
    public static string FileKind(string name)
    {
        var ending = Path.GetExtension(name);
        return ending.Length < 2 ? "File" : ending[1..].ToUpperInvariant();
    }
}
