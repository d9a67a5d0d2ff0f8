using Microsoft.OpenApi;

namespace IrenPortal.Site.Api;

/// <summary>Describes the object that <see cref="Market.EventStudies.StudyJson"/> writes: returns are fractions, days are sessions from day 0.</summary>
internal static class StudySchema
{
    private const JsonSchemaType Integer = JsonSchemaType.Integer;
    private const JsonSchemaType Number = JsonSchemaType.Number;
    private const JsonSchemaType Text = JsonSchemaType.String;

    /// <summary>Puts the description into a schema.</summary>
    public static void Describe(OpenApiSchema schema)
    {
        var study = Shape(
            ("status", OneOf("ok", "partial", "refused")),
            ("alignment", Shape(
                ("announced_at_utc", Of(Text, "date-time")), ("announced_at_new_york", Of(Text, "date-time")),
                ("timing", OneOf("before_open", "in_session", "after_close", "non_session_day")), ("event_session", Of(Text, "date")),
                ("time_unknown?", Of(JsonSchemaType.Boolean)))),
            ("estimation", Shape(
                ("first_day", Of(Integer)), ("last_day", Of(Integer)), ("sessions_in_window", Of(Integer)), ("sessions_available_in_calendar", Of(Integer)),
                ("M", Of(Integer)), ("first_session?", Of(Text, "date")), ("last_session?", Of(Text, "date")), ("dropped_sessions", ListOf(Of(Text, "date"))))),
            ("models", Shape("Empty when refused.", ("market?", Model()), ("mean_adjusted?", Model()), ("market_adjusted?", Model()))),
            ("refusal?", Shape(
                ("code", OneOf("INSUFFICIENT_HISTORY", "DEGENERATE_RETURNS")), ("valid_observations", Of(Integer)), ("required", Of(Integer)))),
            ("raw", Raw()),
            ("confounding?", Shape(
                ("other_events", ListOf(Shape(("label", Of(Text)), ("event_session", Of(Text, "date")), ("relative_day", Of(Integer))))),
                ("flagged_windows", MapOf(Of(JsonSchemaType.Boolean), "By window, such as (-1,1): whether another announcement's day 0 falls in it.")))));

        schema.Type = JsonSchemaType.Object | JsonSchemaType.Null;
        schema.Description = "The event study. Returns are fractions, days are sessions counted from day 0; what is not known is left out.";
        schema.Properties = study.Properties;
        schema.Required = study.Required;
    }

    private static OpenApiSchema Model() => Shape(("simple", Returns()), ("log", Returns()));

    private static OpenApiSchema Returns() => Shape(
        ("params", Shape(
            ("alpha?", Of(Number)), ("beta?", Of(Number)), ("mean?", Of(Number)), ("sigma", Of(Number)), ("r_squared?", Of(Number)),
            ("alpha_se?", Of(Number)), ("beta_se?", Of(Number)), ("index_mean?", Of(Number)), ("index_sxx?", Of(Number)), ("df", Of(Integer)), ("M", Of(Integer)))),
        ("ar", MapOf(
            Shape([("session", Of(Text, "date")), ("firm_return", Of(Number)), ("index_return", Of(Number)), ("expected_return", Of(Number)), ("ar", Of(Number)), .. Errors("")]),
            "Abnormal returns by day, -10 to 10.")),
        ("car", MapOf(
            Shape([("status", OneOf("ok", "not_available")), ("L?", Of(Integer)), ("car?", Of(Number)), .. Errors("?"), ("missing_days?", ListOf(Of(Integer)))]),
            "Their sums by window, such as (-1,1).")));

    private static (string, OpenApiSchema)[] Errors(string optional) =>
        [.. new[] { "se_plain", "t_plain", "p_plain", "se_corrected", "t_corrected", "p_corrected" }.Select(name => (name + optional, Of(Number)))];

    private static OpenApiSchema Raw() => Shape(
        "The move itself, with nothing estimated.",
        ("previous_close_adjusted?", Of(Number)), ("close_adjusted?", Of(Number)), ("return_simple?", Of(Number)), ("return_log?", Of(Number)),
        ("return_unadjusted_prices?", Of(Number)), ("index_return_simple?", Of(Number)), ("volume_event_session?", Of(Number)),
        ("volume_mean_estimation?", Of(Number)), ("volume_observations", Of(Integer)), ("volume_ratio?", Of(Number)),
        ("event_session_is_early_close", Of(JsonSchemaType.Boolean)), ("window_return_compounded", MapOf(Of(Number), "By window, such as (-1,1).")));

    private static OpenApiSchema Of(JsonSchemaType type, string? format = null) => new() { Type = type, Format = format };

    private static OpenApiSchema OneOf(params string[] words) => new() { Type = Text, Enum = [.. words.Select(w => System.Text.Json.Nodes.JsonValue.Create(w))] };

    private static OpenApiSchema ListOf(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static OpenApiSchema MapOf(OpenApiSchema values, string description) =>
        new() { Type = JsonSchemaType.Object, AdditionalProperties = values, Description = description };

    private static OpenApiSchema Shape(params (string Name, OpenApiSchema Schema)[] properties) => Shape(null, properties);

    // A name with a question mark may be missing.
    private static OpenApiSchema Shape(string? description, params (string Name, OpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Properties = properties.ToDictionary(p => p.Name.TrimEnd('?'), IOpenApiSchema (p) => p.Schema, StringComparer.Ordinal),
        Required = properties.Where(p => !p.Name.EndsWith('?')).Select(p => p.Name).ToHashSet(StringComparer.Ordinal),
    };
}
