using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;

namespace KapFunctions.Storage.Keys;

/// <summary>A key as it is kept: nobody can tell the key from it.</summary>
/// <param name="Name">Of whom or what it is for; unlike every other one.</param>
/// <param name="Hash">SHA-256 of the key, which is random and long, so that no slower one is needed.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="LastUsed">The day on which it was last used, in UTC; null where it never was.</param>
public sealed record EditorKey(
    string Name,
    Role Role,
    byte[] Hash,
    DateTimeOffset MadeAt,
    string? MadeBy = null,
    DateOnly? LastUsed = null
)
{
    /// <summary>Of the blob that it was read from.</summary>
    internal ETag? Version { get; init; }

    public const int MaxNameLength = 60;

    private const int SecretBytes = 32;
    private const string DayForm = "yyyy-MM-dd";
    private const string TimeForm = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>A new key. Programs that look for secrets in the open know it by its beginning.</summary>
    public static string NewSecret() => "kap_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Letters, digits, blanks and <c>. _ - @ '</c>, beginning with a letter or digit.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && name.Trim() == name
        && char.IsLetterOrDigit(name[0])
        && name.All(letter => char.IsLetterOrDigit(letter) || " ._-@'".Contains(letter));

    /// <summary>Names that differ in their letters' case alone are one.</summary>
    internal static string BlobNameOf(string name) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(name.Normalize(NormalizationForm.FormC).ToLowerInvariant()))
        );

    /// <summary>All of it is metadata, so that one listing reads every key.</summary>
    internal Dictionary<string, string> Metadata
    {
        get
        {
            var kept = new Dictionary<string, string>
            {
                ["name"] = Uri.EscapeDataString(Name),
                ["role"] = Role.ToString(),
                ["hash"] = Convert.ToHexStringLower(Hash),
                ["made"] = MadeAt.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture),
            };
            if (MadeBy is not null)
            {
                kept["maker"] = Uri.EscapeDataString(MadeBy);
            }

            if (LastUsed is { } day)
            {
                kept["used"] = day.ToString(DayForm, CultureInfo.InvariantCulture);
            }

            return kept;
        }
    }

    /// <summary>Null for what is no key, or one of a role that only a newer program knows: it opens nothing.</summary>
    internal static EditorKey? Of(BlobItem blob)
    {
        var kept = blob.Metadata;
        return
            kept.TryGetValue("name", out var name)
            && kept.TryGetValue("role", out var role)
            && Enum.GetNames<Role>().Contains(role)
            && kept.TryGetValue("hash", out var hash)
            && hash.Length == 2 * SHA256.HashSizeInBytes
            && hash.All(char.IsAsciiHexDigit)
            ? new(
                Uri.UnescapeDataString(name),
                Enum.Parse<Role>(role),
                Convert.FromHexString(hash),
                kept.TryGetValue("made", out var made)
                && DateTimeOffset.TryParse(made, CultureInfo.InvariantCulture, out var at)
                    ? at
                    : default,
                kept.TryGetValue("maker", out var maker) ? Uri.UnescapeDataString(maker) : null,
                kept.TryGetValue("used", out var used)
                && DateOnly.TryParseExact(used, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : null
            )
            {
                Version = blob.Properties.ETag,
            }
            : null;
    }
}
