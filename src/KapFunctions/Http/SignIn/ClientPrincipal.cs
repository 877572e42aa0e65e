using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Settings;
using KapFunctions.Storage.Keys;
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

    private const int MaxNameLength = 100;

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

    // The platform may write each claim by its name in the token, or by the older name of it.
    private static readonly string[] Tenant = ["tid", "http://schemas.microsoft.com/identity/claims/tenantid"];
    private static readonly string[] Audience = ["aud"];
    private static readonly string[] AppRoles =
    [
        "roles",
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
    ];

    // A person's name; of a program the id that its registration has.
    private static readonly string[][] Names =
    [
        ["name"],
        ["preferred_username", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"],
        ["azp", "appid"],
        ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"],
    ];

    /// <summary>The highest of the app roles that the directory gave; null for none.</summary>
    [JsonIgnore]
    public Role? Role =>
        Enum.GetValues<Role>().Where(role => Says(AppRoles, [role.ToString()])).Cast<Role?>().LastOrDefault();

    [JsonIgnore]
    public string Name =>
        Names
            .Select(types => Claims?.FirstOrDefault(claim => types.Contains(claim.Type))?.Value)
            .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))
            is { } name
            ? name[..Math.Min(name.Length, MaxNameLength)]
            : "somebody";

    /// <summary>Whether the sign-in was with that directory, for that registration.</summary>
    public bool IsOf(EntraOptions entra) =>
        Provider == "aad"
        && Says(Tenant, [entra.TenantId!])
        && Says(Audience, [entra.ClientId!, $"api://{entra.ClientId}"]);

    private bool Says(string[] types, string[] values) =>
        Claims?.Any(claim =>
            types.Contains(claim.Type) && values.Contains(claim.Value, StringComparer.OrdinalIgnoreCase)
        )
        ?? false;
}

[JsonSerializable(typeof(ClientPrincipal))]
internal sealed partial class ClientPrincipalJson : JsonSerializerContext;
