using System.Buffers.Binary;
using System.Text;

namespace IrenPortal.Tests.Content;

/// <summary>PNG files as the portal reads them: by their chunks, without looking at the picture.</summary>
internal static class SamplePng
{
    /// <summary>What every PNG begins with.</summary>
    public static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A chunk of a name with its bytes.</summary>
    public static byte[] Chunk(string name, params byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(name).CopyTo(chunk, 4);
        data.CopyTo(chunk, 8);
        return chunk;
    }

    /// <summary>A whole file with further chunks behind its header.</summary>
    public static byte[] Of(params byte[][] chunks) => [.. Signature, .. Chunk("IHDR", new byte[13]), .. chunks.SelectMany(c => c), .. Chunk("IDAT", 1, 2, 3), .. Chunk("IEND")];
}
