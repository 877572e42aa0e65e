using System.Security.Cryptography;
using System.Text;
using KapFunctions.Settings;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Triggers;

/// <summary>As the Azure host checks them, for functions that ask for a key; the editors' ask the site for its own instead. The header
/// <c>x-functions-key</c> wins over the query's <c>code</c>. Settings: <c>FunctionKeys__Master</c>, <c>FunctionKeys__Host</c> (every
/// function) and <c>FunctionKeys__Functions__{name}</c>. A key that is not set opens nothing.</summary>
internal sealed class FunctionKeys(IConfiguration configuration)
{
    private const string HostKeySetting = "FunctionKeys:Host";

    /// <summary>Opens everything.</summary>
    public const string MasterKeySetting = "FunctionKeys:Master";

    private const string Header = "x-functions-key";

    /// <summary>Null where every request may pass.</summary>
    public Func<HttpRequest, bool>? GuardOf(string function, AuthorizationLevel level)
    {
        string[] settings = level switch
        {
            AuthorizationLevel.Anonymous => [],
            AuthorizationLevel.Function => [MasterKeySetting, HostKeySetting, $"FunctionKeys:Functions:{function}"],
            _ => [MasterKeySetting],
        };
        if (settings is [])
        {
            return null;
        }

        byte[][] accepted =
        [
            .. from setting in settings
            let key = configuration[setting]
            where !string.IsNullOrEmpty(key)
            select Hash(key),
        ];
        return request => IsAmong(accepted, KeyOf(request));
    }

    public static bool HasKey(HttpRequest request) => !string.IsNullOrEmpty(KeyOf(request));

    /// <summary>Names of the settings whose keys are too short to be random ones.</summary>
    public static IEnumerable<string> Weak(IConfiguration configuration) =>
        from setting in configuration.GetSection("FunctionKeys").AsEnumerable()
        where setting.Value is { Length: > 0 and < EditorKeyOptions.LeastLength }
        orderby setting.Key
        select setting.Key;

    private static string? KeyOf(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query["code"];

    private static bool IsAmong(byte[][] accepted, string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return false;
        }

        var hash = Hash(key);
        return accepted.Any(one => CryptographicOperations.FixedTimeEquals(one, hash));
    }

    /// <summary>Hashes have one length, so that comparing them takes one time.</summary>
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
