using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Sends data that is true only now, and is kept by nobody.</summary>
internal sealed class DataResult<T>(T data, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        SecurityHeaders.ForApi(httpContext.Response.Headers);
        httpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(data, type, statusCode: status).ExecuteAsync(httpContext);
    }
}
