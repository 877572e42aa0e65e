using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace KapFunctions.Storage.Account;

/// <summary>
/// Tells whether a blob still is what was put: its MD5 stands beside it, and whoever changes it by hand leaves the two
/// apart. Storage makes the same sum of what it holds and tells it in listings, so that nothing need be read.
/// </summary>
internal static class ContentChecksum
{
    private const string Name = "md5";

    /// <summary>The metadata to put beside the bytes.</summary>
    public static Dictionary<string, string> Of(ReadOnlySpan<byte> bytes) => new() { [Name] = SumOf(bytes) };

    /// <summary>Whether bytes that were read are those that were put.</summary>
    public static bool IsWhole(IDictionary<string, string> metadata, ReadOnlySpan<byte> bytes) =>
        metadata.TryGetValue(Name, out var put) && put == SumOf(bytes);

    /// <summary>Whether a listed blob is what was put, by the sum that storage has made of it; null where it made none.</summary>
    public static bool IsWhole(IDictionary<string, string>? metadata, byte[]? sum) =>
        metadata is not null
        && metadata.TryGetValue(Name, out var put)
        && (sum is null || put == Convert.ToBase64String(sum));

    [SuppressMessage("Security", "CA5351", Justification = "It is storage's own sum, against accidents, not attacks.")]
    private static string SumOf(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(MD5.HashData(bytes));
}
