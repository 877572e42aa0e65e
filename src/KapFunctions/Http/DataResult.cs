using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Sends data that is true only now, and is kept by nobody.</summary>
internal sealed class DataResult<T>(T data, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) : IResult
{
    // Not the framework's own result: it takes an answer whose time is over for one whose reader has gone, and sends an
    // empty 200.
    public Task ExecuteAsync(HttpContext httpContext)
    {
        SecurityHeaders.ForApi(httpContext.Response.Headers);
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.StatusCode = status;
        return ResponseBody.SendAsync(
            httpContext,
            JsonAnswer.ContentType,
            JsonSerializer.SerializeToUtf8Bytes(data, type)
        );
    }
}
