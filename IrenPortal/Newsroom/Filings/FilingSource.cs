using IrenPortal.Content;
using IrenPortal.Hosting.Outbound;

namespace IrenPortal.Newsroom.Filings;

/// <summary>
/// Asks for EDGAR's list of a company's filings and once for each older file that it names, by the agency's rules for programs:
/// who asks is said, and no faster than the settings allow.
/// </summary>
public sealed class FilingSource(FilingAddress asked, TimeProvider time) : IDisposable
{
    private readonly OutboundReader _reader = new(asked.Reach, ContentLimits.FilingBytes, time);
    private readonly RequestPace _pace = new(asked.RequestsPerSecond, time);

    /// <summary>All filings on the list and in its older files, one an accession number.</summary>
    /// <exception cref="InvalidDataException">The list, or a file of it, can't be had or read; the message says why.</exception>
    public async Task<IReadOnlyList<Filing>> FetchAsync(string cik, CancellationToken cancel)
    {
        var address = asked.AddressOf(cik);
        var list = await ReadAsync(address, cik, cancel);
        var filings = list.Filings.ToList();
        foreach (var name in list.Older)
        {
            filings.AddRange((await ReadAsync(new Uri(address, name), cik, cancel)).Filings);
        }

        // A filing that moves to an older file between two requests is in both.
        return [.. filings.DistinctBy(f => f.AccessionNumber, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public void Dispose() => _reader.Dispose();

    private async Task<FilingFile> ReadAsync(Uri address, string cik, CancellationToken cancel)
    {
        await _pace.WaitAsync(cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", asked.UserAgent);
        var label = asked.Host + address.AbsolutePath;
        var text = ContentText.Decode(label, await _reader.ReadAsync(request, cancel), ContentLimits.FilingBytes, out var issue);
        var read = text is null ? new ContentRead<FilingFile>(null, [issue!]) : SubmissionsFile.Read(label, text, cik);
        return read.Document ?? throw new InvalidDataException($"answered what can't be read: {read.Issues[0]}");
    }
}
