using System.Text;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Redirects are remembered only briefly, so that no loop can live in a browser. What was asked behind the question
/// mark goes along: a campaign's marks, a caller's parameters.</summary>
internal sealed class RedirectResult(string location, int status = StatusCodes.Status301MovedPermanently) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.CacheControl = "public, max-age=60";
        response.Headers.Location = Escaped(With(httpContext.Request.QueryString.Value, location));
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static string With(string? query, string location)
    {
        if (query is not { Length: > 1 })
        {
            return location;
        }

        var hash = location.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (location, "") : (location[..hash], location[hash..]);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query[1..]}{fragment}";
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
