using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http.SignIn;

/// <summary>Sends a person to the platform's sign-in, and from there back to the desk.</summary>
internal sealed class SignInResult : IResult
{
    private const string Location = "/.auth/login/aad?post_login_redirect_uri=%2Fdesk";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.CacheControl = "no-store";
        response.Headers.Location = Location;
        response.StatusCode = StatusCodes.Status302Found;
        return Task.CompletedTask;
    }
}
