using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Json.Schema;
using KapFunctions.Telemetry;
using Xunit.Sdk;

namespace KapFunctions.Testing;

/// <summary>Stands before every answer that a test gets, and fails the test where the answer is not what /openapi.json says.</summary>
internal sealed class OpenApiCheck(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly OpenApiDocument Document = OpenApiDocument.Load();

    private static readonly EvaluationOptions Options = new()
    {
        OutputFormat = OutputFormat.List,
        RequireFormatValidation = true,
    };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellation
    )
    {
        var response = await base.SendAsync(request, cancellation);
        // One without our name for it the HTTP server refused before it came to us.
        var isOurs = response.Headers.Contains(CorrelationId.Header);
        if (
            isOurs
            && request.Method != HttpMethod.Options
            && Document.Find(request.RequestUri!.AbsolutePath) is { } path
        )
        {
            var body = Plain(await response.Content.ReadAsByteArrayAsync(cancellation), response);
            if (Mistake(path, request, response, body) is { } mistake)
            {
                throw new XunitException(
                    $"{request.Method} {request.RequestUri.PathAndQuery} is not as documented under {path.Template}: {mistake}\n{response}\n{Encoding.UTF8.GetString(body)}"
                );
            }
        }

        return response;
    }

    /// <summary>What is not as the document says; null where all is.</summary>
    private static string? Mistake(
        OpenApiPath path,
        HttpRequestMessage request,
        HttpResponseMessage response,
        byte[] body
    )
    {
        var isHead = request.Method == HttpMethod.Head;
        if (path.ResponsesOf(isHead ? HttpMethod.Get : request.Method) is not { } responses)
        {
            return response.StatusCode == HttpStatusCode.NotFound ? null : "an unknown method is 404";
        }

        if (responses.Find((int)response.StatusCode) is not { } documented)
        {
            return $"{(int)response.StatusCode} is not among its answers";
        }

        if (isHead || documented.IsEmpty)
        {
            return body.Length == 0 ? null : "there is a body";
        }

        // The hosts refuse a key without a word.
        if (response.StatusCode == HttpStatusCode.Unauthorized && body.Length == 0)
        {
            return null;
        }

        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        // The library registers what it builds in one place of the process: of two schemas built at once, one was seen to
        // lose what it refers to.
        lock (Document)
        {
            return documented.SchemaOf(type) switch
            {
                null => $"{type} is not among its types",
                { } schema when type.EndsWith("json", StringComparison.Ordinal) => Mistake(schema, body),
                _ => null,
            };
        }
    }

    private static byte[] Plain(byte[] body, HttpResponseMessage response)
    {
        using var coded = new MemoryStream(body);
        using var plain = new MemoryStream();
        using Stream decoder = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(coded, CompressionMode.Decompress),
            "gzip" => new GZipStream(coded, CompressionMode.Decompress),
            _ => coded,
        };
        decoder.CopyTo(plain);
        return plain.ToArray();
    }

    private static string? Mistake(JsonSchema schema, byte[] body)
    {
        if (body.Length == 0)
        {
            return "there is no body";
        }

        using var json = JsonDocument.Parse(body);
        var result = schema.Evaluate(json.RootElement, Options);
        return result.IsValid
            ? null
            : string.Join(
                "\n",
                (result.Details ?? [])
                    .Where(detail => detail.Errors is not null)
                    .Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}")
            );
    }
}
