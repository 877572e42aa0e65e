using System.Text.Json.Serialization;
using KapFunctions.Http.SignIn;
using KapFunctions.Storage.Keys;

namespace KapFunctions.Editor.Keys;

/// <summary>Who asks.</summary>
internal sealed record Me(string Name, string Role)
{
    public static Me Of(Person person) => new(person.Name, KeySummary.NameOf(person.Role));
}

/// <summary>A key as owners see it. <c>LastUsed</c> is a day in UTC, null for one that was never used.</summary>
internal sealed record KeySummary(string Name, string Role, DateTimeOffset MadeAt, string? MadeBy, DateOnly? LastUsed)
{
    public static KeySummary Of(EditorKey key) => new(key.Name, NameOf(key.Role), key.MadeAt, key.MadeBy, key.LastUsed);

    public static string NameOf(Role role) => role.ToString().ToLowerInvariant();
}

internal sealed record KeyList(IReadOnlyList<KeySummary> Keys);

/// <summary>What a key is to be: whose, and for which role.</summary>
internal sealed record KeyRequest(string? Name, string? Role);

/// <summary>A new key. <c>Key</c> is told this once, and kept nowhere.</summary>
internal sealed record NewKey(string Name, string Role, string Key);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(KeyRequest))]
[JsonSerializable(typeof(NewKey))]
internal sealed partial class KeyJson : JsonSerializerContext;
