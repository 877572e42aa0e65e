using System.Security.Cryptography;
using System.Text;
using KapFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Desk;

/// <summary>The page that the desk runs in. It holds nothing of the site: what it shows it asks the API for, with the
/// key that its user enters, or with their sign-in where there are accounts.</summary>
internal sealed class DeskShell(DeskFiles files, bool usesAccounts) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        response.Headers.ContentSecurityPolicy = PolicyWith(nonce);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.StatusCode = files.Exist ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        var page = Encoding.UTF8.GetBytes(files.Exist ? Page(nonce) : Missing);
        return ResponseBody.SendAsync(httpContext, "text/html; charset=utf-8", page);
    }

    // Scripts come from here alone. The nonce is for the style sheets that CodeMirror writes. Posts may show pictures
    // from anywhere, so their preview may. Style attributes are allowed because browsers write them by themselves where
    // somebody types over emphasised text.
    private static string PolicyWith(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' https: http: data: blob:; "
        + "media-src 'self' https: http:; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private string Page(string nonce) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <meta name="csp-nonce" content="{nonce}">
            <title>Desk</title>
            <link rel="icon" href="/desk/assets/{files.NameOf("icon.svg")}">
            <link rel="stylesheet" href="/desk/assets/{files.NameOf("desk.css")}">
            <script type="module" src="/desk/assets/{files.NameOf("desk.ts")}"></script>
            </head>
            <body data-sign-in="{(usesAccounts ? "account" : "key")}">
            <div id="desk"><noscript><p>The desk needs JavaScript.</p></noscript></div>
            </body>
            </html>
            """;

    private const string Missing = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Desk</title></head>
        <body><p>The desk is not in this build, because npm could not bundle it: install Node.js 20 or newer and build again. Everything else works.</p></body>
        </html>
        """;
}
