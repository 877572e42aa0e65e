using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KapFunctions.Settings;

namespace KapFunctions.Editor.Preview;

/// <summary>A preview link shows one version of a file, until a time in UTC, to the second.</summary>
internal sealed record PreviewTicket(string Path, string ETag, DateTimeOffset ExpiresAt);

/// <summary>Signs and opens the tokens of preview links: <c>key id . ticket . HMAC-SHA256 over both</c>. Nothing is
/// stored, so a link ends when its time is over, its file changes, or its key is taken away.</summary>
public sealed class PreviewTokens(PreviewOptions options, TimeProvider clock)
{
    // No token that is longer was made here.
    private const int MaxLength = 4096;

    /// <summary>The token for a ticket; null where no key is configured.</summary>
    internal string? Sign(PreviewTicket ticket)
    {
        if (options.Keys is not [var key, ..])
        {
            return null;
        }

        var seconds = ticket.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var text = $"{seconds}\n{ticket.ETag}\n{ticket.Path}";
        var signed = $"{key.Id}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))}";
        return $"{signed}.{Base64Url.EncodeToString(Mac(key, signed))}";
    }

    /// <summary>The ticket of a token; null where it is not ours, was changed, or has ended.</summary>
    internal PreviewTicket? Open(string token)
    {
        var parts = token.Length <= MaxLength ? token.Split('.') : [];
        return
            parts is [var id, var text, var mac]
            && options.Keys.FirstOrDefault(one => one.Id == id) is { } key
            && Base64Url.IsValid(text)
            && Base64Url.IsValid(mac)
            && CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(mac), Mac(key, $"{id}.{text}"))
            && Read(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text))) is { } ticket
            && ticket.ExpiresAt > clock.GetUtcNow()
            ? ticket
            : null;
    }

    private static byte[] Mac(SigningKey key, string signed) =>
        HMACSHA256.HashData(key.Secret.Span, Encoding.ASCII.GetBytes(signed));

    private static PreviewTicket? Read(string text) =>
        text.Split('\n', 3) is [var seconds, var etag, var path]
            ? new(path, etag, DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)))
            : null;
}
