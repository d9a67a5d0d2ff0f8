using System.Security.Cryptography;
using IrenPortal.Data;

namespace IrenPortal.Gate;

/// <summary>Signs ledger entries with the ECDSA P-256 key of the key directory; makes the key on first use.</summary>
public sealed class LedgerSigner : IDisposable
{
    private const string FileName = "ledger.pem";
    private readonly ECDsa _key;

    private LedgerSigner(ECDsa key) => _key = key;

    /// <summary>The public half as SubjectPublicKeyInfo PEM, LF line ends.</summary>
    public string PublicKeyPem => _key.ExportSubjectPublicKeyInfoPem().ReplaceLineEndings("\n") + "\n";

    /// <summary>Opens the key in <paramref name="keyDirectory"/>, which only its owner can read.</summary>
    /// <exception cref="InvalidDataException">The file is there and holds no P-256 private key.</exception>
    public static LedgerSigner Open(string keyDirectory)
    {
        var path = Path.Combine(keyDirectory, FileName);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
        {
            try
            {
                key.ImportFromPem(File.ReadAllText(path));
            }
            catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
            {
                key.Dispose();
                throw new InvalidDataException($"{path}: no P-256 private key; restore the file from your backup", unreadable);
            }
        }
        else
        {
            OwnerOnlyFile.Write(path, System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        }

        return new LedgerSigner(key);
    }

    /// <summary>Base64 of the DER signature over a hash of 32 bytes.</summary>
    public string Sign(byte[] hash) =>
        Convert.ToBase64String(_key.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence));

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();
}
