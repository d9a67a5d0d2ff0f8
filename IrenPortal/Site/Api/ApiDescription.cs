using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace IrenPortal.Site.Api;

/// <summary>What a query field holds.</summary>
internal enum ApiField
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A date such as 2025-11-03.</summary>
    Date,
}

/// <summary>Describes the API's addresses where they are mapped; <c>/openapi/v1.json</c> is made from it and from the records.</summary>
internal static class ApiDescription
{
    private const string DocumentName = "v1";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(o =>
        {
            foreach (var converter in ApiJson.Options.Converters)
            {
                o.SerializerOptions.Converters.Add(converter);
            }

            o.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        })
        .AddOpenApi(DocumentName, o =>
        {
            o.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            o.AddSchemaTransformer((schema, context, _) =>
            {
                Describe(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            });
            o.AddDocumentTransformer((document, _, _) =>
            {
                Finish(document);
                return Task.CompletedTask;
            });
        });

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, string summary, string contentType = "application/json") =>
        endpoint.WithSummary(summary).Produces<T>(StatusCodes.Status200OK, contentType).Produces(StatusCodes.Status304NotModified);

    public static RouteHandlerBuilder Names(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.Produces(StatusCodes.Status404NotFound, contentType: "text/html").AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in operation.Parameters?.Where(p => p.Name == name) ?? [])
            {
                parameter.Description = description;
            }

            return Task.CompletedTask;
        });

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, string name, ApiField field, string description) =>
        endpoint.ProducesProblem(StatusCodes.Status400BadRequest).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = description, Schema = Schema(field) });
            return Task.CompletedTask;
        });

    public static RouteHandlerBuilder TakesPage(this RouteHandlerBuilder endpoint) => endpoint
        .Takes("page", ApiField.Integer, "From 1; past the last page a list is empty.")
        .Takes("pageSize", ApiField.Integer, FormattableString.Invariant($"1 to {ApiPages.LargestSize}, else {ApiPages.DefaultSize}."));

    public static RouteHandlerBuilder TakesRange(this RouteHandlerBuilder endpoint) => endpoint
        .Takes("from", ApiField.Date, "The first date, included.")
        .Takes("to", ApiField.Date, "The last date, included.");

    /// <summary>Serves the document, made once: nothing in it depends on a request or on the store.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder site)
    {
        Answer? answer = null;
        site.MapGetOrHead("/openapi/v1.json", async (IServiceProvider services) =>
        {
            if (answer is null)
            {
                var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName).GetOpenApiDocumentAsync();
                using var text = new MemoryStream();
                await document.SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1);
                answer = new Answer("application/json; charset=utf-8", text.ToArray());
            }

            return (IResult)new AnswerResult(answer);
        }).ExcludeFromDescription();
    }

    private static OpenApiSchema Schema(ApiField field) => field switch
    {
        ApiField.Integer => new OpenApiSchema { Type = JsonSchemaType.Integer },
        ApiField.Date => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    // The exporter knows nothing of NodaTime and leaves out the type of a number that may be null.
    private static void Describe(OpenApiSchema schema, Type type)
    {
        if (type == typeof(StudyItem))
        {
            StudySchema.Describe(schema);
            return;
        }

        var underlying = Nullable.GetUnderlyingType(type);
        if (Described(underlying ?? type) is not { } described)
        {
            return;
        }

        schema.Type = underlying is null ? described.Type : described.Type | JsonSchemaType.Null;
        schema.Format = described.Format;
        schema.Pattern = null;
        schema.Properties = null;
        schema.Required = null;
    }

    private static (JsonSchemaType Type, string? Format)? Described(Type type) =>
        type == typeof(Instant) ? (JsonSchemaType.String, "date-time")
        : type == typeof(LocalDate) ? (JsonSchemaType.String, "date")
        : type == typeof(decimal) || type == typeof(double) ? (JsonSchemaType.Number, null)
        : type == typeof(long) ? (JsonSchemaType.Integer, "int64")
        : type == typeof(int) ? (JsonSchemaType.Integer, "int32")
        : null;

    private static void Finish(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Investor relations portal",
            Version = DocumentName,
            Description = "Everything published, for anyone, without a key. Every address also answers HEAD; every 200 carries an ETag and gives 304. Unknown query fields are ignored.",
        };

        // An address would come from the Host header.
        document.Servers = null;
        foreach (var path in document.Paths.Values)
        {
            path.Operations?.Remove(HttpMethod.Head);
        }
    }
}
