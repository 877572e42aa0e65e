using System.Text;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Redirects are remembered only briefly, so that no loop can live in a browser.</summary>
internal sealed class RedirectResult(string location) : IResult
{
    /// <summary>To the same in another form, for who asked for that one: kept by nobody, since the address is another's too.</summary>
    public static RedirectResult ToOtherForm(string location) =>
        new(location) { status = StatusCodes.Status303SeeOther, cacheControl = "no-store" };

    private int status = StatusCodes.Status301MovedPermanently;
    private string cacheControl = "public, max-age=60";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.CacheControl = cacheControl;
        response.Headers.Location = Escaped(location);
        response.StatusCode = status;
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
