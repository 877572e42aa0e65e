using Microsoft.Extensions.Configuration;

namespace KapFunctions.Editor.Preview;

/// <summary>
/// Keys that sign preview links: the setting <c>Preview:Keys</c>, <c>id:base64</c> separated by commas. The first one signs,
/// all of them verify, so that a key is rotated by putting a new one in front and taking the old one away later.
/// </summary>
public sealed class PreviewKeys
{
    /// <summary>The setting's name.</summary>
    public const string Setting = "Preview:Keys";

    /// <summary>HMAC-SHA256 is as strong as its key only from here on (RFC 2104, section 3).</summary>
    public const int MinBytes = 32;

    private readonly IReadOnlyList<KeyValuePair<string, byte[]>> keys;

    /// <summary>Reads the keys.</summary>
    /// <exception cref="FormatException">One is no <c>id:base64</c>, or is too short.</exception>
    public PreviewKeys(IConfiguration configuration)
    {
        keys =
        [
            .. (configuration[Setting] ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Parse),
        ];
    }

    /// <summary>The key that signs, with its id; null where preview links are not set up.</summary>
    public KeyValuePair<string, byte[]>? Signing => keys.Count > 0 ? keys[0] : null;

    /// <summary>The key of this id; null where there is none.</summary>
    public byte[]? Find(string id) => keys.FirstOrDefault(key => key.Key == id).Value;

    private static KeyValuePair<string, byte[]> Parse(string text)
    {
        var colon = text.IndexOf(':');
        var bytes = new byte[text.Length];
        return
            colon > 0
            && text[..colon].All(char.IsAsciiLetterOrDigit)
            && Convert.TryFromBase64String(text[(colon + 1)..], bytes, out var length)
            && length >= MinBytes
            ? new(text[..colon], bytes[..length])
            : throw new FormatException(
                $"A key of the setting Preview__Keys is not id:base64 of at least {MinBytes} random bytes. Make one with: openssl rand -base64 32"
            );
    }
}
