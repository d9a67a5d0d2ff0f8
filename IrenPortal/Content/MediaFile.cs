namespace IrenPortal.Content;

/// <summary>An image or attachment whose type was read from its bytes; metadata of images is gone.</summary>
/// <param name="Name">A safe file name, as in <c>media/</c>.</param>
/// <param name="ContentType">The media type found in the bytes.</param>
/// <param name="Bytes">The bytes as they may be served.</param>
public sealed record MediaFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);
