using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using IrenPortal.Content;

namespace IrenPortal.Tests.Content;

public sealed class MediaCheckTests
{
    private static byte[] Segment(byte marker, params byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Jpeg(params byte[][] segments) =>
        [0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2]), .. segments.SelectMany(s => s), .. Segment(0xDA, 1, 2), 9, 0xFF, 0, 8, 0xFF, 0xD0, 7, 0xFF, 0xD9];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Fault(string name, byte[] bytes) => Sample.Only(MediaCheck.Read($"media/{name}", bytes).Issues);

    private static byte[] Kept(string name, byte[] bytes)
    {
        var read = MediaCheck.Read($"media/{name}", bytes);
        read.Issues.ShouldBeEmpty();
        return read.Document!.Bytes.ToArray();
    }

    [Fact]
    public void A_PNG_loses_its_metadata_and_what_follows_it()
    {
        var image = SamplePng.Of(SamplePng.Chunk("tEXt", Bytes("Author\0somebody")), SamplePng.Chunk("eXIf", 1, 2), SamplePng.Chunk("tIME", 1), SamplePng.Chunk("gAMA", 0, 0, 1, 0));

        Kept("a.png", [.. image, .. Bytes("hidden")]).ShouldBe(SamplePng.Of(SamplePng.Chunk("gAMA", 0, 0, 1, 0)));
    }

    [Fact]
    public void A_JPEG_loses_its_metadata_and_what_follows_it()
    {
        var image = Jpeg(Segment(0xE1, Bytes("http://ns.adobe.com/xap/1.0/\0<x/>")), Segment(0xED, Bytes("Photoshop")), Segment(0xFE, Bytes("comment")), Segment(0xDB, 1));

        Kept("a.jpg", [.. image, .. Bytes("hidden")]).ShouldBe(Jpeg(Segment(0xDB, 1)));
    }

    [Fact]
    public void A_turned_photo_stays_turned()
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "II"u8, 42, 0, 8, 0, 0, 0, 2, 0,
            0x0F, 0x01, 2, 0, 4, 0, 0, 0, (byte)'C', (byte)'a', (byte)'m', 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0,
        ];
        byte[] orientation = [.. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

        Kept("a.jpeg", Jpeg(Segment(0xE1, exif))).ShouldBe(Jpeg(Segment(0xE1, orientation)));
    }

    [Fact]
    public void A_WebP_loses_its_metadata()
    {
        static byte[] Riff(params byte[][] chunks)
        {
            byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(c => c)];
            byte[] size = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(size, body.Length);
            return [.. "RIFF"u8, .. size, .. body];
        }

        byte[] extended(byte flags) => [.. "VP8X"u8, 10, 0, 0, 0, flags, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] picture = [.. "VP8 "u8, 3, 0, 0, 0, 1, 2, 3, 0];
        byte[] exif = [.. "EXIF"u8, 2, 0, 0, 0, 1, 2];

        Kept("a.webp", Riff(extended(0x1C), picture, exif)).ShouldBe(Riff(extended(0x10), picture));
    }

    [Theory]
    [InlineData("a.csv", "a,b\n1,2\n", "text/csv")]
    [InlineData("a.txt", "Wörter\r\n", "text/plain")]
    [InlineData("a.pdf", "%PDF-1.7\n%%EOF", "application/pdf")]
    public void A_document_is_known_by_its_bytes(string name, string text, string type) =>
        MediaCheck.Read(name, Bytes(text)).Document!.ContentType.ShouldBe(type);

    [Fact]
    public void A_workbook_has_no_macros()
    {
        static byte[] Workbook(params string[] parts)
        {
            using var stream = new MemoryStream();
            using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var part in parts)
                {
                    _ = archive.CreateEntry(part);
                }
            }

            return stream.ToArray();
        }

        MediaCheck.Read("a.xlsx", Workbook("[Content_Types].xml", "xl/workbook.xml")).Issues.ShouldBeEmpty();
        MediaCheck.Read("a.xlsx", Workbook("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")).Issues.ShouldNotBeEmpty();
        MediaCheck.Read("a.xlsx", Workbook("a.exe")).Issues.ShouldNotBeEmpty();
        MediaCheck.Read("a.xlsx", (byte[])[.. "PK\u0003\u0004"u8, 1, 2]).Issues.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("a.png", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("a.csv", "\uFEFF  <?xml version='1.0'?><svg/>")]
    [InlineData("a.txt", "<!doctype html><script>")]
    public void Markup_under_any_name_is_refused(string name, string text) => Fault(name, Bytes(text)).ShouldContain("the file is SVG, HTML or XML");

    [Fact]
    public void What_the_bytes_say_and_the_name_says_must_agree()
    {
        Fault("a.jpg", SamplePng.Of()).ShouldBe("media/a.jpg:1: the file is image/png by its bytes, but its name ends with .jpg: name it a.png");
        Fault("a.png", Bytes("MZ\u0001")).ShouldContain("none of the allowed kinds");
        Fault("a.csv", [0xC3, 0x28]).ShouldContain("none of the allowed kinds");
        Fault("a.gif", Bytes("GIF89a")).ShouldContain("ends with no allowed kind");
    }

    [Theory]
    [InlineData("a.svg")]
    [InlineData("a.html")]
    [InlineData("a b.png")]
    [InlineData("..png")]
    [InlineData("a..png")]
    [InlineData("é.png")]
    [InlineData("a.png\n")]
    [InlineData("png")]
    public void A_name_that_is_not_safe_is_refused(string name) => MediaCheck.NameFault(name).ShouldNotBeNull();

    [Fact]
    public void A_damaged_image_is_refused()
    {
        Fault("a.png", SamplePng.Of()[..^8]).ShouldContain("damaged (the end chunk is missing)");
        Fault("a.png", [.. SamplePng.Signature, .. SamplePng.Chunk("IDAT", 1), .. SamplePng.Chunk("IEND")]).ShouldContain("damaged (the header chunk");
        Fault("a.png", [.. SamplePng.Signature, 0xFF, 0xFF, 0xFF, 0xFF, .. "IHDR"u8, 0, 0, 0, 0]).ShouldContain("damaged (a chunk is cut off)");
        Fault("a.jpg", Jpeg()[..^2]).ShouldContain("damaged (the end of the image is missing)");
        Fault("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF]).ShouldContain("damaged (a segment is cut off)");
        Fault("a.webp", [.. "RIFF"u8, 255, 0, 0, 0, .. "WEBP"u8]).ShouldContain("damaged (the container is cut off)");
    }

    [Fact]
    public void Random_bytes_after_any_signature_never_throw()
    {
        var random = new Random(1);
        foreach (var head in new[] { SamplePng.Signature, [0xFF, 0xD8, 0xFF], [.. "RIFF"u8, 40, 0, 0, 0, .. "WEBP"u8], [.. "PK\u0003\u0004"u8], [.. Jpeg()[..8], 0xFF, 0xE1, 0, 40, .. "Exif\0\0II*\0"u8] })
        {
            for (var i = 0; i < 300; i++)
            {
                var tail = new byte[random.Next(64)];
                random.NextBytes(tail);
                foreach (var name in new[] { "a.png", "a.jpg", "a.webp", "a.xlsx" })
                {
                    _ = MediaCheck.Read(name, (byte[])[.. head, .. tail]);
                }
            }
        }
    }

    [Fact]
    public void A_file_has_something_and_at_most_20_MB()
    {
        Fault("a.csv", []).ShouldContain("the file is empty");
        Fault("a.csv", new byte[ContentLimits.MediaBytes + 1]).ShouldContain("make it smaller than 20971520 (20 MB)");
    }
}
