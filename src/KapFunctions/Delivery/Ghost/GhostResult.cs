using KapFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Ghost;

/// <summary>Sends an error or a redirect with the headers that Ghost's clients expect.</summary>
internal sealed class GhostResult(IResult inner) : IResult
{
    public static AnswerHeaders Headers { get; } =
        new(SecurityHeaders.ApiPolicy, "Accept-Version, Accept-Encoding", GhostVersion.Header);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        Headers.SetShared(httpContext.Response.Headers);
        return inner.ExecuteAsync(httpContext);
    }
}
