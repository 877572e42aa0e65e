using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using KapFunctions.Delivery.OpenApi;

namespace KapFunctions.Testing;

/// <summary>/openapi.json as a test reads it.</summary>
internal sealed partial class OpenApiDocument
{
    private const string Components = "#/components/";

    private readonly JsonObject root;
    private readonly OpenApiPath[] paths;

    private OpenApiDocument(JsonObject root)
    {
        this.root = root;
        // Where a name and a variable both fit, the name is meant.
        paths =
        [
            .. root["paths"]!
                .AsObject()
                .Select(path => new OpenApiPath(this, path.Key, path.Value!.AsObject()))
                .OrderBy(path => path.Template.Count(letter => letter == '{')),
        ];
    }

    /// <summary>The document that the app answers with.</summary>
    public static OpenApiDocument Load()
    {
        using var file = typeof(GetOpenApi).Assembly.GetManifestResourceStream("openapi.json")!;
        return new(JsonNode.Parse(file)!.AsObject());
    }

    /// <summary>The path that serves an address; null for the site's pages, which are for people.</summary>
    public OpenApiPath? Find(string address)
    {
        var plain = GhostVersion().Replace(address, "/ghost/api/content").TrimEnd('/');
        return Array.Find(paths, path => path.Serves(plain));
    }

    /// <summary>What a node says, or what it refers to.</summary>
    public JsonObject Resolve(JsonNode node)
    {
        var found = node.AsObject();
        if (found["$ref"]?.GetValue<string>() is not { } reference)
        {
            return found;
        }

        var names = reference[Components.Length..].Split('/');
        return names.Aggregate(root["components"]!, (at, name) => at[name]!).AsObject();
    }

    /// <summary>A schema by itself, with all that it may refer to.</summary>
    public JsonSchema SchemaOf(JsonNode schema)
    {
        var alone = new JsonObject
        {
            ["$defs"] = root["components"]!["schemas"]!.DeepClone(),
            ["allOf"] = new JsonArray(schema.DeepClone()),
        };
        return JsonSchema.FromText(
            alone.ToJsonString().Replace(Components + "schemas/", "#/$defs/", StringComparison.Ordinal)
        );
    }

    /// <summary>Old clients of Ghost name a version.</summary>
    [GeneratedRegex("^/ghost/api/(v[2-6]|canary)/content", RegexOptions.IgnoreCase)]
    private static partial Regex GhostVersion();
}

/// <summary>A path of the document.</summary>
internal sealed class OpenApiPath(OpenApiDocument document, string template, JsonObject operations)
{
    /// <summary>Only files below media/ have slashes in what is variable.</summary>
    private readonly Regex address = new(
        "^"
            + Regex.Escape(template).Replace("\\{path}", ".+", StringComparison.Ordinal) switch
            {
                var escaped => Regex.Replace(escaped, @"\\\{[^}]+}", "[^/]+"),
            }
            + "$",
        RegexOptions.IgnoreCase
    );

    private readonly ConcurrentDictionary<string, OpenApiResponses?> responses = new(StringComparer.Ordinal);

    /// <summary>The path as the document writes it.</summary>
    public string Template => template;

    /// <summary>Whether it serves an address without a slash at its end.</summary>
    public bool Serves(string plain) => address.IsMatch(plain);

    /// <summary>The answers of a method; null where the path has no such method.</summary>
    public OpenApiResponses? ResponsesOf(HttpMethod method) =>
        responses.GetOrAdd(
            method.Method.ToLowerInvariant(),
            name => operations[name] is { } operation ? new(document, operation["responses"]!.AsObject()) : null
        );
}

/// <summary>The answers of an operation.</summary>
internal sealed class OpenApiResponses(OpenApiDocument document, JsonObject responses)
{
    private readonly ConcurrentDictionary<int, OpenApiResponse?> byStatus = new();

    /// <summary>The answer with a status; null where there is none.</summary>
    public OpenApiResponse? Find(int status) =>
        byStatus.GetOrAdd(
            status,
            _ => responses[$"{status}"] is { } response ? new(document, document.Resolve(response)) : null
        );
}

/// <summary>An answer of the document.</summary>
internal sealed class OpenApiResponse(OpenApiDocument document, JsonObject response)
{
    private readonly ConcurrentDictionary<string, JsonSchema?> schemas = new(StringComparer.Ordinal);

    /// <summary>Whether it has no body.</summary>
    public bool IsEmpty => response["content"] is null;

    /// <summary>The schema of a body of this type; null where there is no such type.</summary>
    public JsonSchema? SchemaOf(string type) =>
        schemas.GetOrAdd(
            type,
            _ =>
                (response["content"]![type] ?? response["content"]!["*/*"]) is { } content
                    ? document.SchemaOf(content["schema"]!)
                    : null
        );
}
