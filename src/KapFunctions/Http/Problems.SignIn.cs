using KapFunctions.Storage.Keys;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Why somebody is not let in to what is for editors.</summary>
internal static partial class Problems
{
    public static IResult NotSignedIn() =>
        Of(
            401,
            "not-signed-in",
            "Not signed in",
            "Editors of this site sign in with Entra: open /desk, or send a token."
        );

    public static IResult NotAnEditor() =>
        Of(403, "not-an-editor", "Not an editor", "This sign-in is for another directory or another application.");

    public static IResult NoRole() =>
        Of(
            403,
            "role-required",
            "Role required",
            "You are signed in, but have no role here. Somebody who runs the site gives you one in Entra: author, editor or owner."
        );

    public static IResult RoleRequired(Role least, Role has) =>
        Of(
            403,
            "role-required",
            "Role required",
            $"This needs the role of an {NameOf(least)}, and yours is that of an {NameOf(has)}. Nothing was changed: ask an {NameOf(least)}."
        );

    public static IResult DraftRequired() =>
        Of(
            403,
            "role-required",
            "Role required",
            "Readers would see this, so it needs the role of an editor, and yours is that of an author. Save it as a draft, or as the next version of the file, and ask an editor to publish it."
        );

    public static IResult KeyRefused() =>
        Of(
            401,
            "key-refused",
            "Key refused",
            "Send a key of this site in the header x-functions-key. One that was revoked opens nothing, and neither do the keys of the Functions host."
        );

    public static IResult TooManyWrongKeys() =>
        Of(
            429,
            "too-many-wrong-keys",
            "Too many wrong keys",
            "Too many wrong keys come in. Try again in a few seconds."
        );

    public static IResult KeysNotUsed() =>
        Of(
            409,
            "keys-not-used",
            "Keys are not used here",
            "Editors of this site sign in with Entra, and no key opens anything: give roles there."
        );

    public static IResult KeyExists(string name) =>
        Of(
            409,
            "key-exists",
            "Key exists",
            $"There is a key called \"{Shortened(name)}\" already: revoke it, or choose another name."
        );

    public static IResult KeyNotFound(string name) =>
        Of(404, "key-not-found", "Key not found", $"There is no key called \"{Shortened(name)}\".");

    public static IResult TooManyKeys(int most) =>
        Of(409, "too-many-keys", "Too many keys", $"There are {most} keys already: revoke those that nobody uses.");

    private static string NameOf(Role role) => role.ToString().ToLowerInvariant();
}
