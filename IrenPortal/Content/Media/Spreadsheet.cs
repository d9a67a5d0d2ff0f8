using System.IO.Compression;
using System.Runtime.InteropServices;

namespace IrenPortal.Content.Media;

/// <summary>XLSX: a ZIP archive with a workbook in it (ECMA-376, part 2).</summary>
internal static class Spreadsheet
{
    private const int MostParts = 5_000;

    /// <summary>True for a workbook without macros; only the archive's list of names is read.</summary>
    public static bool Matches(ReadOnlyMemory<byte> file)
    {
        if (!file.Span.StartsWith("PK\u0003\u0004"u8))
        {
            return false;
        }

        try
        {
            var bytes = MemoryMarshal.TryGetArray(file, out var segment) ? segment : new ArraySegment<byte>(file.ToArray());
            using var archive = new ZipArchive(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), ZipArchiveMode.Read);
            var names = archive.Entries.Take(MostParts + 1).Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return names.Count <= MostParts && names.Contains("[Content_Types].xml") && names.Contains("xl/workbook.xml")
                && !names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
