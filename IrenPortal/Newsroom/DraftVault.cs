using System.Security.Cryptography;
using System.Text;
using IrenPortal.Data;

namespace IrenPortal.Newsroom;

/// <summary>
/// Seals what is unpublished: AES-256-GCM under a key of the key directory, which lies apart from the database. Each value
/// is bound to its place, so that a sealed text can't be moved to another document.
/// </summary>
public sealed class DraftVault
{
    private const string FileName = "drafts.key";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] _sealKey;
    private readonly byte[] _hashKey;

    private DraftVault(byte[] key)
    {
        _sealKey = HKDF.Expand(HashAlgorithmName.SHA256, key, 32, "seal"u8.ToArray());
        _hashKey = HKDF.Expand(HashAlgorithmName.SHA256, key, 32, "hash"u8.ToArray());
    }

    /// <summary>Opens the key, or makes it on first use.</summary>
    /// <exception cref="InvalidDataException">The file is there and is no key.</exception>
    public static DraftVault Open(string keyDirectory)
    {
        var path = Path.Combine(keyDirectory, FileName);
        if (!File.Exists(path))
        {
            OwnerOnlyFile.Write(path, RandomNumberGenerator.GetBytes(32));
        }

        var key = File.ReadAllBytes(path);
        return key.Length == 32
            ? new DraftVault(key)
            : throw new InvalidDataException($"{path}: {key.Length} bytes where a key has 32; restore the file from your backup");
    }

    /// <summary>Seals bytes for a place such as <c>revision/ID/3</c>: nonce, tag, cipher text.</summary>
    public byte[] Seal(string place, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = NewCipher();
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return sealedBytes;
    }

    /// <summary>Seals text.</summary>
    public byte[] Seal(string place, string plain) => Seal(place, Encoding.UTF8.GetBytes(plain));

    /// <summary>Opens what was sealed for the same place.</summary>
    /// <exception cref="CryptographicException">Another key, another place, or changed bytes.</exception>
    public byte[] OpenBytes(string place, byte[] sealedBytes)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("The sealed value is too short.");
        }

        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var cipher = NewCipher();
        cipher.Decrypt(sealedBytes.AsSpan(0, NonceBytes), sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(place));
        return plain;
    }

    /// <summary>Opens sealed text.</summary>
    /// <exception cref="CryptographicException">Another key, another place, or changed bytes.</exception>
    public string OpenText(string place, byte[] sealedBytes) => Encoding.UTF8.GetString(OpenBytes(place, sealedBytes));

    /// <summary>Keyed hash in lower-case hex: equal for equal parts, and telling nothing without the key.</summary>
    public string Hash(params IReadOnlyList<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _hashKey);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // One for each call: two threads on one cipher spoil each other's text.
    private AesGcm NewCipher() => new(_sealKey, TagBytes);
}
