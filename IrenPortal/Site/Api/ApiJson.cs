using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using IrenPortal.Content;
using IrenPortal.Hosting.Answers;

namespace IrenPortal.Site.Api;

/// <summary>How the API writes JSON: names in camel case in declared order, nothing left out, instants in UTC with <c>Z</c>.</summary>
public static class ApiJson
{
    /// <summary>The options; equal records give equal bytes on both databases.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>A record as an answer.</summary>
    public static Answer Answer<T>(T value) => new("application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, Options));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            WriteIndented = true,
            IndentSize = 1,
            NewLine = "\n",
        };
        foreach (var converter in ContentJson.Options.Converters)
        {
            options.Converters.Add(converter);
        }

        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
