using System.Text.Json;
using KapFunctions.Delivery.OpenApi;
using KapFunctions.Standalone.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Tests.Http;

/// <summary>The document says what there is, and there is what it says.</summary>
public sealed class OpenApiTests
{
    private const string GhostApi = "ghost/{*path}";
    private const string Media = "media/{*path}";

    /// <summary>The site's own pages are for people, and whatever their theme makes them.</summary>
    private const string Pages = "{*path}";

    private static readonly HashSet<string> Unsaid = ["head", "options"];

    [Fact]
    public void Every_function_s_route_stands_in_the_document_and_nothing_else()
    {
        var functions =
            from function in FunctionMethod.In(typeof(ServiceRegistration).Assembly.GetTypes())
            let trigger = function.Trigger as HttpTriggerAttribute
            where trigger is not null && trigger.Route != Pages
            from method in trigger.Methods!
            where !Unsaid.Contains(method)
            select $"{method} {PathOf(trigger.Route!)}";
        var documented =
            from path in Document().GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select $"{operation.Name} {Shown(path.Name)}";

        Assert.Equal(functions.Order(StringComparer.Ordinal), documented.Distinct().Order(StringComparer.Ordinal));
    }

    private static JsonElement Document()
    {
        using var file = typeof(GetOpenApi).Assembly.GetManifestResourceStream("openapi.json")!;
        return JsonDocument.Parse(file).RootElement;
    }

    private static string PathOf(string route) => route == Media ? "/media/{path}" : "/" + route;

    /// <summary>One function serves all that the document says of Ghost's API.</summary>
    private static string Shown(string path) =>
        path.StartsWith("/ghost/", StringComparison.Ordinal) ? "/" + GhostApi : path;
}
