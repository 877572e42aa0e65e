using System.Text;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Redirects are remembered only briefly, so that no loop can live in a browser.</summary>
internal sealed class RedirectResult(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.CacheControl = "public, max-age=60";
        response.Headers.Location = Escaped(location);
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        return Task.CompletedTask;
    }

    /// <summary>A header takes printable ASCII alone, and what was asked may hold anything: a server refuses the answer otherwise.</summary>
    private static string Escaped(string address)
    {
        if (!address.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return address;
        }

        var escaped = new StringBuilder();
        foreach (var rune in address.EnumerateRunes())
        {
            escaped.Append(rune.Value is >= '!' and <= '~' ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return escaped.ToString();
    }
}
