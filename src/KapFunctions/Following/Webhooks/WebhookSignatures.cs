using System.Security.Cryptography;
using System.Text;
using KapFunctions.Settings;

namespace KapFunctions.Following.Webhooks;

/// <summary>Signs deliveries as https://www.standardwebhooks.com says, so that receivers verify them with any of its
/// libraries; there a secret is <c>whsec_</c> and the base64 of a key of <c>Webhooks__Keys</c>. Every key signs, so
/// that receivers can change over from one to the next in their own time.</summary>
public sealed class WebhookSignatures(WebhookOptions options)
{
    /// <summary>Whether deliveries can be signed; unsigned ones are not made.</summary>
    public bool HasKey => options.Keys.Count > 0;

    /// <summary>The value of the <c>webhook-signature</c> header.</summary>
    public string Of(string id, long timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}");
        return string.Join(
            ' ',
            options.Keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key.Secret.Span, signed)))
        );
    }
}
