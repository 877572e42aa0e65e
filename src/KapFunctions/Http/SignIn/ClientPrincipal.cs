using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http.SignIn;

/// <summary>
/// Who signed in, as the platform's authentication tells it in a header. It takes that header off what comes from outside, so
/// the header is to be believed only where that authentication is on:
/// https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities
/// </summary>
/// <param name="Provider">Who vouches: <c>aad</c> for Entra.</param>
/// <param name="Claims">What it vouches for.</param>
internal sealed record ClientPrincipal(
    [property: JsonPropertyName("auth_typ")] string? Provider,
    [property: JsonPropertyName("claims")] IReadOnlyList<ClientPrincipal.Claim>? Claims
)
{
    /// <summary>The header, JSON in base64.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>One thing that is said of whoever signed in.</summary>
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

    /// <summary>Whether a claim of one of these types has one of these values.</summary>
    public bool Says(string[] types, string[] values) =>
        Claims?.Any(claim =>
            types.Contains(claim.Type) && values.Contains(claim.Value, StringComparer.OrdinalIgnoreCase)
        )
        ?? false;
}

[JsonSerializable(typeof(ClientPrincipal))]
internal sealed partial class ClientPrincipalJson : JsonSerializerContext;
