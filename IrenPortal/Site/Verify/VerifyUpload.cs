using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IrenPortal.Site.Verify;

/// <summary>
/// Reads what somebody brings to be checked. It is hashed as it comes in and kept nowhere: only a text short enough to have been
/// written by hand is held until its line ends are looked at.
/// </summary>
internal static class VerifyUpload
{
    /// <summary>The most bytes of a post: a file at its limit and the form, with room for one that is just too large, so that it can be told so.</summary>
    public const int MostBytes = Content.ContentLimits.MediaBytes + (4 * 1024 * 1024);

    private const int HeldBytes = 512 * 1024;
    private const int ReadBytes = 64 * 1024;

    /// <summary>The hashes of the first part that is not empty; null where there is none.</summary>
    /// <exception cref="InvalidDataException">No form, or one that ends before its end.</exception>
    /// <exception cref="BadHttpRequestException">A larger file than any that is published, of status 413.</exception>
    public static async Task<Fingerprints?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            throw new InvalidDataException("The request is no form.");
        }

        var parts = new MultipartReader(boundary, request.Body);
        while (await parts.ReadNextSectionAsync(cancel) is { } part)
        {
            if (await FingerprintsAsync(part.Body, cancel) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static async Task<Fingerprints?> FingerprintsAsync(Stream body, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var held = new MemoryStream();
        var buffer = new byte[ReadBytes];
        long total = 0;
        for (int read; (read = await body.ReadAsync(buffer, cancel)) > 0; total += read)
        {
            if (total + read > Content.ContentLimits.MediaBytes)
            {
                throw new BadHttpRequestException("The file is larger than any that is published.", StatusCodes.Status413PayloadTooLarge);
            }

            hash.AppendData(buffer, 0, read);
            if (total + read <= HeldBytes)
            {
                held.Write(buffer, 0, read);
            }
        }

        return total == 0 ? null
            : total <= HeldBytes ? Fingerprints.Of(held.GetBuffer().AsSpan(0, (int)held.Length))
            : new Fingerprints(Convert.ToHexStringLower(hash.GetHashAndReset()), null);
    }
}
