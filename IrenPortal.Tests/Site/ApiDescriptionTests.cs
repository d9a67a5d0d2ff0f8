using System.Text.Json;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IrenPortal.Tests.Site;

/// <summary>The description is made from the code; these tests hold it to what the addresses answer.</summary>
public sealed class ApiDescriptionTests(RepositoryContent portals) : IClassFixture<RepositoryContent>
{
    private static readonly (string Path, string Address)[] Answered =
    [
        ("/api/v1/announcements", "/api/v1/announcements?pageSize=100"),
        ("/api/v1/announcements/{slug}", "/api/v1/announcements/microsoft-ai-cloud-contract"),
        ("/api/v1/announcements/{slug}/reaction", "/api/v1/announcements/microsoft-ai-cloud-contract/reaction"),
        ("/api/v1/announcements/{slug}/reaction", "/api/v1/announcements/convertible-notes-2030/reaction"),
        ("/api/v1/announcements/{slug}/ninjs", "/api/v1/announcements/microsoft-ai-cloud-contract/ninjs"),
        ("/api/v1/announcements/{slug}/ninjs", "/news/convertible-notes-2030.ninjs.json"),
        ("/api/v1/reactions", "/api/v1/reactions?pageSize=100"),
        ("/api/v1/contracts", "/api/v1/contracts"),
        ("/api/v1/contracts/{slug}", "/api/v1/contracts/microsoft-ai-cloud"),
        ("/api/v1/events", "/api/v1/events"),
        ("/api/v1/filings", "/api/v1/filings"),
        ("/api/v1/prices/{symbol}", "/api/v1/prices/IREN"),
        ("/api/v1/ledger", "/api/v1/ledger"),
    ];

    [Fact]
    public async Task Its_paths_are_the_mapped_addresses()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var description = await portal.Client.JsonAsync("/openapi/v1.json");
        var mapped = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.RawText!).Where(p => p.StartsWith("/api/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

        description.GetProperty("paths").EnumerateObject().Select(p => p.Name).ShouldBe(mapped, ignoreOrder: true);
        description.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        description.TryGetProperty("servers", out _).ShouldBeFalse("an address would come from the Host header");
    }

    [Theory, EachDatabase]
    public async Task Real_answers_have_exactly_the_described_fields_and_types(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var description = await portal.Client.JsonAsync("/openapi/v1.json");
        foreach (var (path, address) in Answered)
        {
            var schema = description.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200")
                .GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Compare(description, schema, await portal.Client.JsonAsync(address), address);
        }
    }

    [Fact]
    public async Task Every_query_field_that_an_address_knows_is_described()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var paths = (await portal.Client.JsonAsync("/openapi/v1.json")).GetProperty("paths");

        Fields("/api/v1/announcements").ShouldBe(["year", "category", "tag", "party", "q", "page", "pageSize"], ignoreOrder: true);
        Fields("/api/v1/search").ShouldBe(["q", "kind", "year", "category", "page", "pageSize"]);
        Fields("/api/v1/announcements/{slug}").ShouldBe(["slug", "version"], ignoreOrder: true);
        Fields("/api/v1/prices/{symbol}").ShouldBe(["symbol", "from", "to"], ignoreOrder: true);
        Fields("/api/v1/reactions").ShouldBe(["category", "page", "pageSize"], ignoreOrder: true);
        Fields("/api/v1/filings").ShouldBe(["form", "year", "page", "pageSize"], ignoreOrder: true);
        Fields("/api/v1/ledger").ShouldBe(["after", "page", "pageSize"], ignoreOrder: true);

        IEnumerable<string> Fields(string path) =>
            paths.GetProperty(path).GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!);
    }

    private static void Compare(JsonElement description, JsonElement schema, JsonElement value, string where)
    {
        schema = Resolved(description, schema);
        if (value.ValueKind is JsonValueKind.Null)
        {
            Types(schema).ShouldContain("null", where);
            return;
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            schema = Resolved(description, choices.EnumerateArray().First(c => Types(Resolved(description, c)) is not ["null"]));
        }

        if (value.ValueKind is JsonValueKind.Object && schema.TryGetProperty("additionalProperties", out var values))
        {
            foreach (var property in value.EnumerateObject())
            {
                Compare(description, values, property.Value, $"{where} {property.Name}");
            }
        }
        else if (value.ValueKind is JsonValueKind.Object)
        {
            var described = schema.GetProperty("properties");
            string[] required = schema.TryGetProperty("required", out var names) ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [];
            value.EnumerateObject().Select(p => p.Name).ShouldBe(
                described.EnumerateObject().Select(p => p.Name).Where(n => required.Contains(n) || value.TryGetProperty(n, out _)), where);
            foreach (var property in value.EnumerateObject())
            {
                Compare(description, described.GetProperty(property.Name), property.Value, $"{where} {property.Name}");
            }
        }
        else if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Compare(description, schema.GetProperty("items"), item, where + "[]");
            }
        }
        else
        {
            string[] fitting = value.ValueKind switch
            {
                JsonValueKind.String => ["string"],
                JsonValueKind.Number => ["number", "integer"],
                _ => ["boolean"],
            };
            (Types(schema).Intersect(fitting).Any() || schema.TryGetProperty("enum", out _)).ShouldBeTrue($"{where}: {schema}");
        }
    }

    private static JsonElement Resolved(JsonElement description, JsonElement schema)
    {
        if (!schema.TryGetProperty("$ref", out var reference))
        {
            return schema;
        }

        return reference.GetString()!.Split('/').Skip(1).Aggregate(description, (at, name) => at.GetProperty(name));
    }

    private static string[] Types(JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return [.. choices.EnumerateArray().SelectMany(Types)];
        }

        return !schema.TryGetProperty("type", out var type) ? []
            : type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)]
            : [type.GetString()!];
    }
}
