using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace IrenPortal.Tests.Testing;

/// <summary>One answer as a test compares it.</summary>
public sealed record Received(HttpStatusCode Status, string Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    /// <summary>Lower-case hex SHA-256 of the body.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Body));
}

/// <summary>Short ways to ask.</summary>
public static class Answers
{
    /// <summary>GETs an address: status, all headers but the date, and the bytes.</summary>
    public static async Task<Received> ReceiveAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(h => h.Key != "Date")
            .OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        return new Received(answer.StatusCode, string.Join('\n', headers), await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>GETs JSON, which must be there.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;
    }

    /// <summary>The slugs of a list's items in their order.</summary>
    public static IReadOnlyList<string> Slugs(this JsonElement list) => [.. list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("slug").GetString()!)];
}
