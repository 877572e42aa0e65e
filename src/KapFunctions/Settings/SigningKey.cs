using System.Buffers.Text;

namespace KapFunctions.Settings;

/// <summary>A key that signs. In settings: <c>id:base64</c>, several divided by commas; the first signs, all of them
/// verify.</summary>
/// <param name="Id">Names the key within what it signed: 1 to 32 letters, digits, hyphens or underscores.</param>
/// <param name="Secret">At least 32 bytes that chance made.</param>
public sealed record SigningKey(string Id, ReadOnlyMemory<byte> Secret)
{
    /// <summary>As long as what HMAC-SHA256 makes of it; shorter ones weaken it: RFC 2104, section 3.</summary>
    public const int LeastBytes = 32;

    private const int LongestId = 32;

    // 32 random bytes have fewer than 20 different ones once in more than 10^9 keys; typed text, nearly always.
    private const int LeastDifferentBytes = 20;

    /// <summary>The name alone.</summary>
    public override string ToString() => Id;

    internal static IReadOnlyList<SigningKey> ReadList(SettingsReader settings, string setting)
    {
        var keys = new List<SigningKey>();
        var place = 0;
        foreach (var text in settings.List(setting))
        {
            place++;
            var (id, secret) = Split(text);
            if (Complaint(id, secret) is { } complaint)
            {
                settings.Wrong(setting, $"has {complaint} at place {place}: {Remedy}");
            }
            else if (keys.Exists(key => key.Id == id))
            {
                settings.Wrong(
                    setting,
                    $"names two keys alike, the second at place {place}: give each a name of its own."
                );
            }
            else
            {
                keys.Add(new(id!, secret));
            }
        }

        return keys;
    }

    private const string Remedy = "a key is name:base64 with at least 32 random bytes (openssl rand -base64 32).";

    private static string? Complaint(string? id, byte[]? secret) =>
        id is null || secret is null ? "a malformed key"
        : secret.Length < LeastBytes || secret.Distinct().Count() < LeastDifferentBytes ? "a weak key"
        : null;

    private static (string? Id, byte[]? Secret) Split(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is < 1 or > LongestId || !text[..colon].All(IsOfName)
            ? (null, null)
            : (text[..colon], Decode(text[(colon + 1)..]));
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
