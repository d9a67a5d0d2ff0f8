using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace IrenPortal.Hosting.Answers;

/// <summary>One finished answer: the bytes that everyone gets, their entity tag, and the same compressed. Immutable.</summary>
public sealed class Answer
{
    private readonly Representation _plain;
    private readonly Lazy<Representation> _brotli;
    private readonly Lazy<Representation> _gzip;

    /// <summary>Takes the bytes; only an answer of status 200 gets an entity tag.</summary>
    public Answer(string contentType, byte[] body, int status = StatusCodes.Status200OK)
    {
        (ContentType, Status) = (contentType, status);
        var tag = Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 16));
        _plain = new Representation(body, null, $"\"{tag}\"");
        _brotli = new(() => new Representation(Brotli(body), "br", $"\"{tag}-br\""));
        _gzip = new(() => new Representation(Gzip(body), "gzip", $"\"{tag}-gz\""));
    }

    /// <summary>A CSV file.</summary>
    public static Answer Csv(string text) => new("text/csv; charset=utf-8", Encoding.UTF8.GetBytes(text));

    /// <summary>A document in import format.</summary>
    public static Answer Markdown(string text) => new("text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(text));

    /// <summary>The media type with its character set.</summary>
    public string ContentType { get; }

    /// <summary>The status code.</summary>
    public int Status { get; }

    /// <summary>The header <c>Link</c> (RFC 8288) that goes with it, or null.</summary>
    public string? Link { get; init; }

    /// <summary>The bytes before compression.</summary>
    public ReadOnlyMemory<byte> Body => _plain.Body;

    /// <summary>The smallest representation that the request accepts.</summary>
    internal Representation For(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding;
        return ContentCoding.Accepts(accepted, "br") ? _brotli.Value : ContentCoding.Accepts(accepted, "gzip") ? _gzip.Value : _plain;
    }

    private static byte[] Brotli(byte[] body)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, packed, out var length, quality: 6, window: 22) ? packed[..length] : throw new InvalidOperationException("Brotli ran out of room.");
    }

    private static byte[] Gzip(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }
}

/// <summary>An answer's bytes in one content coding.</summary>
/// <param name="Body">The bytes as sent.</param>
/// <param name="Coding">The content coding, or null.</param>
/// <param name="Tag">The strong entity tag of exactly these bytes.</param>
internal sealed record Representation(byte[] Body, string? Coding, string Tag);
