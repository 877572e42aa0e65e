using KapFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.OpenApi;

/// <summary>GET /openapi.json: every route in OpenAPI 3.1, for tools that make clients and try things out.</summary>
public sealed class GetOpenApi
{
    private static readonly Answer Document = Read();

    [Function(nameof(GetOpenApi))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "openapi.json")]
            HttpRequest request
    ) => new AnswerResult(Document);

    private static Answer Read()
    {
        using var file = typeof(GetOpenApi).Assembly.GetManifestResourceStream("openapi.json")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return new("application/json; charset=utf-8", bytes);
    }
}
