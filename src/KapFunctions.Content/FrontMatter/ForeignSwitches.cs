using System.Collections.Frozen;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.FrontMatter;

/// <summary>Keys by which other systems keep a text from readers. Unlike <see cref="HideWords"/> these are words of everyday prose
/// too, so they mean it as keys of a head alone. All are folded (<see cref="Spelling.Fold"/>).</summary>
internal static class ForeignSwitches
{
    /// <summary>What may stand for "draft", "private", "hidden" where it is on, and for "published" where it is off.</summary>
    private static readonly FrozenDictionary<string, HideSwitch> Switches = new (HideSwitch Meant, string Words)[]
    {
        (new("draft", HidesOn: true), "donotpublish dontpublish nopublish unfinished"),
        (
            new("private", HidesOn: true),
            "internal confidential restricted encrypted paywall notpublic nonpublic staffonly intern vertraulich interno interne confidentiel "
                + "confidencial riservato vertrouwelijk"
        ),
        (
            new("hidden", HidesOn: true),
            "deleted trash trashed disabled inactive offline archived excludefromcollections eleventyexcludefromcollections geloscht deaktiviert"
        ),
        (
            new("published", HidesOn: false),
            "active enabled online live islive ispublic routable dgpublish ready show shown approved released aktiv activo actif attivo actief ativo"
        ),
    }
        .SelectMany(one => one.Words.Split(' ').Select(word => KeyValuePair.Create(word, one.Meant)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Passwords =
    [
        "password",
        "postpassword",
        "passphrase",
        "passcode",
        "passwort",
        "kennwort",
        "contrasena",
        "motdepasse",
        "wachtwoord",
    ];

    private static readonly string[] Audiences =
    [
        "access",
        "audience",
        "zugriff",
        "acceso",
        "acces",
        "accesso",
        "toegang",
        "acesso",
    ];

    private static readonly string[] Kinds = ["type", "kind", "posttype", "layout"];

    private static readonly string[] Few =
    [
        "staff",
        "team",
        "subscribers",
        "registered",
        "loggedin",
        "login",
        "premium",
        "restricted",
        "confidential",
    ];

    /// <summary>Whether a key has what somebody has to know to read the text, which no problem repeats.</summary>
    public static bool IsPassword(string key) => Passwords.Contains(key);

    public static bool Has(string key) =>
        Switches.ContainsKey(key) || IsPassword(key) || Audiences.Contains(key) || Kinds.Contains(key) || IsStatus(key);

    /// <summary>The line of ours that a folded key with this value stands for; null where it keeps nothing back.</summary>
    public static string? MeantBy(string key, string value)
    {
        var word = Spelling.Fold(value);
        if (Switches.TryGetValue(key, out var found))
        {
            return SwitchWord.Read(value).IsOn == found.HidesOn ? found.Hiding : null;
        }
        var isForFew = IsPassword(key)
            ? SwitchWord.Read(value).IsOn != false
            : Audiences.Contains(key) && (Few.Contains(word) || HideWords.Hidden.Contains(word));
        return isForFew ? "visibility: private"
            : Kinds.Contains(key) && word is "draft" or "drafts" or "entwurf" ? "draft: true"
            : IsStatus(key) && word is "draft" or "private" or "unpublished" or "hidden" ? $"status: {word}"
            : null;
    }

    /// <summary>With the name of a system before it, such as <c>wp_status</c>.</summary>
    private static bool IsStatus(string key) =>
        key.EndsWith("status", StringComparison.Ordinal) || key.EndsWith("state", StringComparison.Ordinal);
}
