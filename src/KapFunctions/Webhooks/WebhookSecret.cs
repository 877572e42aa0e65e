using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace KapFunctions.Webhooks;

/// <summary>
/// Signs deliveries as https://www.standardwebhooks.com says, so that receivers verify them with any of its libraries.
/// The setting <c>Webhooks:Secret</c> holds <c>whsec_</c> and 24 to 64 bytes in base64.
/// </summary>
public sealed class WebhookSecret
{
    /// <summary>The setting's name.</summary>
    public const string Setting = "Webhooks:Secret";

    private const string Prefix = "whsec_";

    private readonly byte[]? key;

    /// <summary>Reads the secret.</summary>
    /// <exception cref="FormatException">It is set and is no such secret.</exception>
    public WebhookSecret(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } secret)
        {
            key = Parse(secret);
        }
    }

    /// <summary>Whether deliveries can be signed; unsigned ones are not made.</summary>
    public bool IsSet => key is not null;

    /// <summary>The value of the <c>webhook-signature</c> header.</summary>
    public string Sign(string id, long timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key!, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));

    private static byte[] Parse(string secret)
    {
        var bytes = new byte[secret.Length];
        return
            secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length)
            && length is >= 24 and <= 64
            ? bytes[..length]
            : throw new FormatException(
                "The setting Webhooks__Secret is not whsec_ and 24 to 64 bytes in base64. Make one with: echo whsec_$(openssl rand -base64 32)"
            );
    }
}
