using KapFunctions.Settings;
using KapFunctions.Storage.Keys;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http.SignIn;

/// <summary>Lets to the editors' functions who has the role for it: by the sign-in with Entra where that is configured, else by a key
/// of the site. Both hosts call it before a function runs.</summary>
internal sealed class EditorGate(EntraOptions entra, KeyRing keys, WrongKeys wrong, AccessTable accesses)
{
    /// <summary>The header of a key; never an address, which logs keep.</summary>
    public const string KeyHeader = "x-functions-key";

    private static readonly PathString EditorsApi = "/api/editor";

    /// <summary>Whom the function lets in; null where it is the readers'. What nobody has thought about is the owner's.</summary>
    public Access? AccessTo(string? function, HttpRequest request) =>
        (function is null ? null : accesses.Of(function))
        ?? (request.Path.StartsWithSegments(EditorsApi) ? Access.Owner : null);

    /// <summary>Null where the request may pass; then it carries who asks.</summary>
    public async ValueTask<IResult?> RefusalAsync(HttpContext context, Access access)
    {
        if (access is Access.Anyone or Access.Master || (access == Access.Desk && !entra.IsOn))
        {
            return null;
        }

        var (person, refusal) = entra.IsOn ? SignedIn(context.Request) : await WithKeyAsync(context);
        if (person is null)
        {
            return refusal;
        }

        context.Features.Set(person);
        return access.LeastRole() is { } least ? person.Refusal(least) : null;
    }

    private (Person? Person, IResult? Refusal) SignedIn(HttpRequest request) =>
        (entra.PlatformSignsIn ? ClientPrincipal.Of(request) : null) switch
        {
            null => (null, SignIn(request)),
            var principal when !principal.IsOf(entra) => (null, Problems.NotAnEditor()),
            { Role: { } role } principal => (new(principal.Name, role), null),
            _ => (null, Problems.NoRole()),
        };

    // A person is sent to sign in, a program is told to.
    private IResult SignIn(HttpRequest request) =>
        entra.PlatformSignsIn && request.Path.StartsWithSegments("/desk") && HttpMethods.IsGet(request.Method)
            ? new SignInResult()
            : Problems.NotSignedIn();

    private async ValueTask<(Person? Person, IResult? Refusal)> WithKeyAsync(HttpContext context)
    {
        // Without a key nothing was guessed.
        if (context.Request.Headers[KeyHeader] is not [{ Length: > 0 } key])
        {
            return (null, Problems.KeyRefused());
        }

        return await keys.FindAsync(key, context.RequestAborted) is { } person ? (person, null)
            : await wrong.StatusAsync(context.RequestAborted) == StatusCodes.Status429TooManyRequests
                ? (null, Problems.TooManyWrongKeys())
            : (null, Problems.KeyRefused());
    }
}
