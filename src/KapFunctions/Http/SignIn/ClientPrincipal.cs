using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http.SignIn;

/// <summary>Who signed in, as the platform's authentication tells it in a header. It removes that header from what
/// comes from outside, so the header is believed only where that authentication is on:
/// https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities</summary>
internal sealed record ClientPrincipal(
    [property: JsonPropertyName("auth_typ")] string? Provider,
    [property: JsonPropertyName("claims")] IReadOnlyList<ClientPrincipal.Claim>? Claims
)
{
    /// <summary>The header, JSON in base64.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    internal sealed record Claim(
        [property: JsonPropertyName("typ")] string? Type,
        [property: JsonPropertyName("val")] string? Value
    );

    /// <summary>Reads the header; null where there is none, or none that can be read.</summary>
    public static ClientPrincipal? Of(HttpRequest request)
    {
        if (request.Headers[Header] is not [{ Length: > 0 } text])
        {
            return null;
        }

        var bytes = new byte[text.Length];
        try
        {
            return Convert.TryFromBase64String(text, bytes, out var length)
                ? JsonSerializer.Deserialize(bytes.AsSpan(0, length), ClientPrincipalJson.Default.ClientPrincipal)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool Says(string[] types, string[] values) =>
        Claims?.Any(claim =>
            types.Contains(claim.Type) && values.Contains(claim.Value, StringComparer.OrdinalIgnoreCase)
        )
        ?? false;
}

[JsonSerializable(typeof(ClientPrincipal))]
internal sealed partial class ClientPrincipalJson : JsonSerializerContext;
