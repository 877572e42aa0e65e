using KapFunctions.Settings;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http.SignIn;

/// <summary>
/// Lets only editors who signed in with Entra to what is theirs, where that is configured; function keys are asked for
/// besides, by the host. Both hosts call it before a function runs.
/// </summary>
public sealed class EditorGate(EntraOptions entra)
{
    private static readonly PathString[] Guarded = ["/api/editor", "/desk"];

    private static readonly string[] Tenant = ["tid", "http://schemas.microsoft.com/identity/claims/tenantid"];
    private static readonly string[] Audience = ["aud"];

    /// <summary>The answer to a request that must not pass; null where it may.</summary>
    public IResult? Refusal(HttpRequest request)
    {
        if (!entra.IsOn || !Array.Exists(Guarded, path => request.Path.StartsWithSegments(path)))
        {
            return null;
        }

        return (entra.PlatformSignsIn ? ClientPrincipal.Of(request) : null) switch
        {
            null => SignIn(request),
            var principal when IsEditor(principal) => null,
            _ => Problems.NotAnEditor(),
        };
    }

    /// <summary>A person is sent to sign in, a program is told to.</summary>
    private IResult SignIn(HttpRequest request) =>
        entra.PlatformSignsIn && request.Path.StartsWithSegments("/desk") && HttpMethods.IsGet(request.Method)
            ? new SignInResult()
            : Problems.NotSignedIn();

    /// <summary>Whom the directory assigned to the registration, it signs in for it; nobody else gets such a token.</summary>
    private bool IsEditor(ClientPrincipal principal) =>
        principal.Provider == "aad"
        && principal.Says(Tenant, [entra.TenantId!])
        && principal.Says(Audience, [entra.ClientId!, $"api://{entra.ClientId}"]);
}
