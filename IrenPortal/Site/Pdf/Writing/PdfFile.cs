using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace IrenPortal.Site.Pdf.Writing;

/// <summary>
/// The objects of a PDF 1.7 file (ISO 32000-1) in the order in which they were asked for, so that equal documents are equal
/// bytes. Mutable, for one file.
/// </summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> _objects = [];

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count;
    }

    /// <summary>Writes a reserved object.</summary>
    public void Set(int number, string body) => _objects[number - 1] = Encoding.Latin1.GetBytes(body);

    /// <summary>Writes an object and tells its number.</summary>
    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    /// <summary>Writes a stream and tells its number.</summary>
    /// <param name="entries">What its dictionary has beside length and filter.</param>
    /// <param name="data">Its bytes.</param>
    /// <param name="packed">False for what others look for without unpacking, such as metadata.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> data, bool packed = true)
    {
        var body = packed ? Packed(data) : data.ToArray();
        var head = Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {body.Length}{(packed ? "/Filter/FlateDecode" : "")}>>\nstream\n"));
        _objects.Add([.. head, .. body, .. "\nendstream"u8]);
        return _objects.Count;
    }

    /// <summary>The whole file.</summary>
    /// <param name="catalog">The catalog's number.</param>
    /// <param name="info">The information dictionary's number.</param>
    /// <param name="id">The document's identifier in hexadecimal.</param>
    public byte[] Write(int catalog, int info, string id)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%"u8);
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < _objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Position:D10} 00000 n \n");
            file.Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n")));
            file.Write(_objects[i] ?? throw new InvalidOperationException("A reserved object of the PDF was never written."));
            file.Write("\nendobj\n"u8);
        }

        var start = file.Position;
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {_objects.Count + 1}/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n");
        file.Write(Encoding.Latin1.GetBytes(table.ToString()));
        return file.ToArray();
    }

    private static byte[] Packed(ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }
}
