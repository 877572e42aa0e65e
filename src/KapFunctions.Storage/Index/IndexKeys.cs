using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KapFunctions.Storage.Index;

/// <summary>The one place where keys of the index table are made. Paths and slugs enter as hashes, since a key may not hold <c>/
/// \ # ?</c> or control characters and is at most 1 KiB.
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model</summary>
public static class IndexKeys
{
    public const string Head = "head";

    public const string Site = "site";

    public const string Redirects = "redirects";

    public static string Post(string path) => PostPrefix + Hash(path);

    public static string Media(string path) => MediaPrefix + Hash(path);

    public static string Theme(string path) => ThemePrefix + Hash(path);

    public static string Claim(string address) => ClaimPrefix + Hash(address);

    public static string Departure(string address) => DeparturePrefix + Hash(address);

    public static string Identity(string path) => IdentityPrefix + Hash(path);

    /// <summary>Under the prefix that other releases copy, too.</summary>
    public static string Reviews(string id) => LaterHistoryPrefix + "reviews:" + Hash(id);

    public static string Sections(string id) => LaterHistoryPrefix + "sections:" + Hash(id);

    public static string Waiting(string address, string path) => WaitingPrefix(address) + Hash(path);

    public static string WaitingPrefix(string address) => AllWaitingPrefix + Hash(address) + ":";

    public static string Due(DateTimeOffset at, string path) => DueUntil(at) + ":" + Hash(path);

    internal static string DueUntil(DateTimeOffset at) =>
        DuePrefix + at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public static string Log(string epoch, long sequence) =>
        EpochLogPrefix(epoch) + sequence.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>What the keys of rows begin with that sources cannot tell.</summary>
    internal static IReadOnlyList<string> HistoryPrefixes { get; } =
    [ClaimPrefix, DeparturePrefix, IdentityPrefix, LaterHistoryPrefix];

    internal static bool IsHistory(string key) =>
        HistoryPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    public static bool IsPost(string key) => key.StartsWith(PostPrefix, StringComparison.Ordinal);

    internal static bool IsClaim(string key) => key.StartsWith(ClaimPrefix, StringComparison.Ordinal);

    internal static string EpochLogPrefix(string epoch) => LogPrefix + epoch + ":";

    internal static string EndOf(string prefix) => prefix + '\uffff';

    internal const string LaterHistoryPrefix = "kept:";

    internal const string AllWaitingPrefix = "waiting:";
    internal const string DuePrefix = "due:";
    internal const string ClaimPrefix = "claim:";
    internal const string IdentityPrefix = "identity:";
    internal const string MediaPrefix = "media:";
    internal const string PostPrefix = "post:";
    internal const string DeparturePrefix = "departure:";
    internal const string LogPrefix = "log:";
    internal const string ThemePrefix = "theme:";

    public static bool IsTheme(string key) => key.StartsWith(ThemePrefix, StringComparison.Ordinal);

    /// <summary>The first 128 bits of the SHA-256 of <paramref name="text"/>: 32 hex characters.</summary>
    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
