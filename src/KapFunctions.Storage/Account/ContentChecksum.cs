using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KapFunctions.Storage.Account;

/// <summary>Tells whether a blob still is what was put: its MD5 stands beside it, and whoever changes it by hand leaves the two
/// apart. Storage makes the same sum of what it holds and tells it in listings, so that nothing need be read.</summary>
internal static class ContentChecksum
{
    private const string Name = "md5";

    /// <summary>Always puts, even where the name exists: a sweep may be about to take the old blob, by its old ETag.</summary>
    public static async Task PutAsync(BlobClient blob, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        await blob.UploadAsync(
            BinaryData.FromBytes(bytes),
            new BlobUploadOptions { Metadata = new Dictionary<string, string> { [Name] = SumOf(bytes.Span) } },
            cancellation
        );

    /// <summary>Whether bytes that were read are those that were put.</summary>
    public static bool IsWhole(IDictionary<string, string> metadata, ReadOnlySpan<byte> bytes) =>
        metadata.TryGetValue(Name, out var put) && put == SumOf(bytes);

    public static bool IsWhole(IDictionary<string, string>? metadata, byte[]? sum) =>
        metadata is not null
        && metadata.TryGetValue(Name, out var put)
        && (sum is null || put == Convert.ToBase64String(sum));

    [SuppressMessage("Security", "CA5351", Justification = "It is storage's own sum, against accidents, not attacks.")]
    private static string SumOf(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(MD5.HashData(bytes));
}
