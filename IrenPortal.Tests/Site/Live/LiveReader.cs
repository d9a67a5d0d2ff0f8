using System.Net;
using System.Text.Json;

namespace IrenPortal.Tests.Site.Live;

/// <summary>An open stream as a test reads it.</summary>
internal sealed class LiveReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private LiveReader(HttpResponseMessage answer, Stream body) => (_answer, _lines) = (answer, new StreamReader(body));

    /// <summary>The answer's head.</summary>
    public HttpResponseMessage Answer => _answer;

    /// <summary>Opens a stream that must be given, and reads its first block: the pause before a reconnection and the position.</summary>
    public static async Task<(LiveReader Reader, long Position)> OpenAsync(HttpClient client, string address = "/live", string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        var reader = new LiveReader(answer, await answer.Content.ReadAsStreamAsync());
        var first = await reader.BlockAsync();
        first[0].ShouldBe("retry: 3000");
        return (reader, long.Parse(first[1]["id: ".Length..], null));
    }

    /// <summary>The next event: its id, name and data. Comments are passed over.</summary>
    public async Task<(long Id, string Name, JsonElement Data)> EventAsync()
    {
        while (true)
        {
            var block = await BlockAsync();
            if (block is [var id, var name, var data])
            {
                return (long.Parse(id["id: ".Length..], null), name["event: ".Length..], JsonDocument.Parse(data["data: ".Length..]).RootElement);
            }

            block.ShouldBe([":"]);
        }
    }

    /// <summary>The next block of lines; empty where the stream has ended.</summary>
    public async Task<List<string>> BlockAsync()
    {
        var lines = new List<string>();
        while (await _lines.ReadLineAsync().WaitAsync(Patience) is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
