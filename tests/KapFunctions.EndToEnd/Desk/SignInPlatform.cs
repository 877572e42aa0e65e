using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>
/// The platform's sign-in in front of a site, as App Service has it: a cookie of its own, an address to sign in at, and a
/// header that only it writes, https://learn.microsoft.com/azure/app-service/overview-authentication-authorization.
/// </summary>
internal sealed class SignInPlatform : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string Client = "22222222-2222-2222-2222-222222222222";

    private const string Cookie = "AppServiceAuthSession";
    private const string Header = "X-MS-CLIENT-PRINCIPAL";

    private static readonly string Principal = Convert.ToBase64String(
        Encoding.UTF8.GetBytes(
            $$"""{"auth_typ":"aad","claims":[{"typ":"aud","val":"{{Client}}"},{"typ":"tid","val":"{{Tenant}}"},{"typ":"roles","val":"editor"}]}"""
        )
    );

    private readonly ConcurrentDictionary<string, bool> sessions = new();
    private readonly HttpClient behind;
    private readonly WebApplication app;

    private SignInPlatform(Uri site)
    {
        behind = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.auth/login/aad", SignIn);
        app.MapFallback("{**path}", ForwardAsync);
    }

    public Uri Address => new(app.Urls.Single());

    public static async Task<SignInPlatform> StartAsync(Uri site)
    {
        var platform = new SignInPlatform(site);
        await platform.app.StartAsync();
        return platform;
    }

    /// <summary>Every session has run out.</summary>
    public void EndSessions() => sessions.Clear();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        behind.Dispose();
    }

    private IResult SignIn(HttpContext context)
    {
        var session = Guid.NewGuid().ToString();
        sessions[session] = true;
        context.Response.Cookies.Append(Cookie, session, new() { HttpOnly = true });
        return Results.Redirect(context.Request.Query["post_login_redirect_uri"]!);
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        using var forwarded = new HttpRequestMessage(
            new(request.Method),
            request.Path.ToUriComponent() + request.QueryString
        );
        if (request.ContentLength > 0)
        {
            forwarded.Content = new StreamContent(request.Body);
        }

        foreach (var (name, value) in request.Headers.Where(one => one.Key is not (Header or "Host" or "Cookie")))
        {
            _ =
                forwarded.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value)
                || forwarded.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value) == true;
        }

        if (sessions.ContainsKey(request.Cookies[Cookie] ?? ""))
        {
            forwarded.Headers.Add(Header, Principal);
        }

        using var answer = await behind.SendAsync(forwarded, context.RequestAborted);
        response.StatusCode = (int)answer.StatusCode;
        foreach (
            var (name, value) in answer
                .Headers.Concat(answer.Content.Headers)
                .Where(one => one.Key != "Transfer-Encoding")
        )
        {
            response.Headers[name] = value.ToArray();
        }

        await answer.Content.CopyToAsync(response.Body, context.RequestAborted);
    }
}
