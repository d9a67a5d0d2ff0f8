namespace IrenPortal.Data.Public;

/// <summary>A published attachment or image with its bytes. Immutable; its name is taken for good.</summary>
public sealed class PublicFile
{
    /// <summary>128 random bits as lower-case hex, minted at release.</summary>
    public required string Id { get; init; }

    /// <summary>The ledger entry that published it.</summary>
    public required long Number { get; init; }

    /// <summary>File name, unique over all published files.</summary>
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Length { get; init; }

    /// <summary>Lower-case hex SHA-256 of <see cref="Bytes"/>.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Bytes { get; init; }
}
