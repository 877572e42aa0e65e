using System.Text.Json;
using KapFunctions.Http;
using KapFunctions.Telemetry;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Ghost;

/// <summary>An error in Ghost's envelope. Clients look at its words, so they are Ghost's own.</summary>
internal sealed record GhostError(
    int Status,
    string Type,
    string Message,
    string? Context = null,
    string? Code = null,
    string? Help = null
) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = ProblemResult.RetrySeconds;
        }

        response.StatusCode = Status;
        var answer = JsonAnswer.Of(json => Write(json, CorrelationId.Of(httpContext)));
        return ResponseBody.SendAsync(httpContext, answer.ContentType, answer.FormFor(null).Bytes);
    }

    private void Write(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject();
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("message", Message);
        json.WriteString("context", Context);
        json.WriteString("type", Type);
        json.WriteNull("details");
        json.WriteNull("property");
        json.WriteString("help", Help);
        json.WriteString("code", Code);
        json.WriteString("id", id);
        json.WriteNull("ghostErrorCode");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
