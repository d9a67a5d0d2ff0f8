using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IrenPortal.Commands;

/// <summary>A verb's result as one indented JSON document on standard output.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it whole or, when <paramref name="write"/> fails, not at all.</summary>
    public static async Task WriteAsync(ParseResult parsed, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        await using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(json);
        }

        await parsed.InvocationConfiguration.Output.WriteLineAsync(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }
}
