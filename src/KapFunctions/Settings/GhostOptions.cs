using System.Buffers;

namespace KapFunctions.Settings;

/// <summary>Who may read through Ghost's routes, and how much at once.</summary>
/// <param name="ContentKeys"><c>Ghost__ContentKeys</c>, divided by commas: the keys that clients may read with, 26
/// hexadecimal digits each. Default: none, and every key of that form reads.</param>
/// <param name="PageLimits"><c>Ghost__MaxLimit</c>: most items on a page, 1 to 1,000, default 100;
/// <c>Ghost__MaxAll</c>: what <c>limit=all</c> means, 1 to 100,000, default 10,000. Both hold for lists under
/// <c>/api</c> too.</param>
public sealed record GhostOptions(IReadOnlyList<string> ContentKeys, PageLimits PageLimits)
{
    public const string MaxLimitSetting = "Ghost:MaxLimit";

    public const string MaxAllSetting = "Ghost:MaxAll";

    public const string ContentKeysSetting = "Ghost:ContentKeys";

    // Ghost's own clients accept keys of this length only.
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

        return new(
            keys,
            new(
                settings.Number(MaxLimitSetting, normally: 100, least: 1, most: 1000),
                settings.Number(MaxAllSetting, normally: 10_000, least: 1, most: 100_000)
            )
        );
    }
}
