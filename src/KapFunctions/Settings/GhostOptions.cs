using System.Buffers;

namespace KapFunctions.Settings;

/// <summary>Who may read through Ghost's routes.</summary>
/// <param name="ContentKeys">
/// <c>Ghost__ContentKeys</c>, divided by commas: the keys that clients may read with, 26 hexadecimal digits each. Default:
/// none, and every key of that form reads.
/// </param>
public sealed record GhostOptions(IReadOnlyList<string> ContentKeys)
{
    /// <summary>The setting.</summary>
    public const string ContentKeysSetting = "Ghost:ContentKeys";

    /// <summary>Ghost's own clients accept keys of this length only.</summary>
    private const int KeyLength = 26;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    internal static GhostOptions Read(SettingsReader settings)
    {
        var keys = settings.List(ContentKeysSetting);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Length != KeyLength || keys[i].AsSpan().ContainsAnyExcept(HexDigits))
            {
                settings.Wrong(
                    ContentKeysSetting,
                    $"has a malformed key at place {i + 1}: a Ghost client takes {KeyLength} hexadecimal digits (openssl rand -hex 13)."
                );
            }
        }

        return new(keys);
    }
}
