using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Sends the body of an answer, of which HEAD gets the headers alone.</summary>
internal static class ResponseBody
{
    public static Task SendAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> bytes)
    {
        // The server itself ends the write of a reader who has gone; a token would be made for each answer.
        return Begin(context, contentType, bytes.Length)
            ? context.Response.Body.WriteAsync(bytes, CancellationToken.None).AsTask()
            : Task.CompletedTask;
    }

    public static Task SendAsync(
        HttpContext context,
        string contentType,
        long? length,
        Func<Stream, CancellationToken, Task> writeAsync
    ) =>
        Begin(context, contentType, length)
            ? writeAsync(context.Response.Body, context.RequestAborted)
            : Task.CompletedTask;

    private static bool Begin(HttpContext context, string contentType, long? length)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = length;
        return !HttpMethods.IsHead(context.Request.Method);
    }
}
