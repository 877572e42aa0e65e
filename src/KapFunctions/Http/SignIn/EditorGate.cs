using KapFunctions.Settings;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http.SignIn;

/// <summary>Lets only editors who signed in with Entra to what is theirs, where that is configured; function keys are
/// asked for besides, by the host. Both hosts call it before a function runs.</summary>
internal sealed class EditorGate(EntraOptions entra)
{
    private static readonly PathString[] Guarded = ["/api/editor", "/desk"];

    private static readonly string[] Tenant = ["tid", "http://schemas.microsoft.com/identity/claims/tenantid"];
    private static readonly string[] Audience = ["aud"];

    /// <summary>Null where the request may pass.</summary>
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

    // A person is sent to sign in, a program is told to.
    private IResult SignIn(HttpRequest request) =>
        entra.PlatformSignsIn && request.Path.StartsWithSegments("/desk") && HttpMethods.IsGet(request.Method)
            ? new SignInResult()
            : Problems.NotSignedIn();

    // Entra signs somebody in for the registration only where the directory assigned them to it.
    private bool IsEditor(ClientPrincipal principal) =>
        principal.Provider == "aad"
        && principal.Says(Tenant, [entra.TenantId!])
        && principal.Says(Audience, [entra.ClientId!, $"api://{entra.ClientId}"]);
}
