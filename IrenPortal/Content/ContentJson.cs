using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Content;

/// <summary>How content records become JSON, everywhere alike: names in camel case, enums as in the files, dates and instants as ISO text.</summary>
public static class ContentJson
{
    /// <summary>The options; properties come in declared order, null is left out, so equal records give equal bytes.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Whether a stored document, of whatever kind, is one that was withdrawn.</summary>
    public static bool IsWithdrawn(string json) => JsonSerializer.Deserialize<Standing>(json, Options) is { Withdrawn: true } or { Status: "withdrawn" };

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Default,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
                new PatternConverter<LocalDate>(LocalDatePattern.Iso),
                new PatternConverter<Instant>(InstantPattern.ExtendedIso),
                new DecimalConverter(),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed record Standing(string? Status, bool Withdrawn);

    // 5 and 5.0 are one number, and databases differ in which of the two they give back.
    private sealed class DecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(CsvCell.Number(value), skipInputValidation: true);
    }

    private sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parsed = pattern.Parse(reader.GetString() ?? "");
            return parsed.Success ? parsed.Value : throw new JsonException(parsed.Exception.Message);
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }
}
