using System.Text;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Redirects are remembered only briefly, so that no loop can live in a browser. What was asked behind the question
/// mark goes along: a campaign's marks, a caller's parameters.</summary>
internal sealed class RedirectResult(string location, int status = StatusCodes.Status301MovedPermanently) : IResult
{
    /// <summary>To the same in another form, for who asked for that one: kept by nobody, since the address is another's too.</summary>
    public static RedirectResult ToOtherForm(string location) =>
        new(location, StatusCodes.Status303SeeOther) { cacheControl = "no-store" };

    private string cacheControl = "public, max-age=60";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.CacheControl = cacheControl;
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
