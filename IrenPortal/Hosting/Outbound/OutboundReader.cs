using System.Globalization;
using System.Net;

namespace IrenPortal.Hosting.Outbound;

/// <summary>
/// Reads addresses that the portal asks by itself: no redirects, resolved addresses checked, size and time capped. What goes wrong
/// comes in words that go on after the host's name.
/// </summary>
/// <param name="reach">The resolved addresses that may be connected to.</param>
/// <param name="mostBytes">The cap of an answer, whole megabytes.</param>
/// <param name="time">Counts how long an answer takes.</param>
public sealed class OutboundReader(OutboundReach reach, int mostBytes, TimeProvider time) : IDisposable
{
    private const int Buffer = 64 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);
    private readonly HttpClient _client = new(OutboundHandler.Create(reach, MostTime)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The whole answer, which must be 200 and of no content coding.</summary>
    /// <exception cref="InvalidDataException">There was no such answer; the message says why.</exception>
    public async Task<byte[]> ReadAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(MostTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await BodyAsync(response, either.Token);
        }
        catch (OperationCanceledException fault) when (!cancel.IsCancellationRequested)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"did not answer within {MostTime.TotalSeconds} seconds"), fault);
        }
        catch (HttpRequestException fault)
        {
            throw new InvalidDataException(OutboundFaults.Words(fault), fault);
        }
        catch (IOException fault)
        {
            throw new InvalidDataException("broke off its answer", fault);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            throw new InvalidDataException(status is >= 300 and < 400
                ? string.Create(CultureInfo.InvariantCulture, $"answered {status}: redirects are not followed")
                : string.Create(CultureInfo.InvariantCulture, $"answered {status}"));
        }

        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            throw new InvalidDataException("answered in a content coding that was not asked for");
        }

        if (response.Content.Headers.ContentLength > mostBytes)
        {
            throw TooLarge();
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        using var bytes = new MemoryStream();
        var buffer = new byte[Buffer];
        int read;
        while ((read = await body.ReadAsync(buffer, cancel)) > 0)
        {
            if (bytes.Length + read > mostBytes)
            {
                throw TooLarge();
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private InvalidDataException TooLarge() => new(string.Create(CultureInfo.InvariantCulture, $"answered more than {mostBytes >> 20} MB"));
}
