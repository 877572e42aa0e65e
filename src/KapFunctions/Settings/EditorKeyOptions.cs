namespace KapFunctions.Settings;

/// <summary>An owner's key beside those that are kept.</summary>
/// <param name="OwnerKey"><c>Editor__OwnerKey</c>: opens everything for editors. Standalone makes one on a developer's machine. Default:
/// none.</param>
internal sealed record EditorKeyOptions(string? OwnerKey)
{
    public const string OwnerKeySetting = "Editor:OwnerKey";

    /// <summary>Of a key in hexadecimal digits: 64 bits, which nobody guesses over a network.</summary>
    public const int LeastLength = 16;

    internal static EditorKeyOptions Read(SettingsReader settings)
    {
        var key = settings.Text(OwnerKeySetting);
        if (key is { Length: < LeastLength })
        {
            settings.Wrong(
                OwnerKeySetting,
                "is so short that it can be guessed: set it to a random one (openssl rand -hex 16), or leave it out."
            );
        }

        return new(key);
    }
}
