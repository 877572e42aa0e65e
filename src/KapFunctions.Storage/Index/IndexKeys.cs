using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KapFunctions.Storage.Index;

/// <summary>
/// The one place where keys of the index table are made. Paths and slugs enter as hashes, since a key may not
/// hold <c>/ \ # ?</c> or control characters and is at most 1 KiB.
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
public static class IndexKeys
{
    /// <summary>The head.</summary>
    public const string Head = "head";

    /// <summary>The site's settings.</summary>
    public const string Site = "site";

    /// <summary>The row of the post at <paramref name="path"/>.</summary>
    public static string Post(string path) => PostPrefix + Hash(path);

    /// <summary>The row of the file at <paramref name="path"/>, which lies below <c>media/</c>.</summary>
    public static string Media(string path) => MediaPrefix + Hash(path);

    /// <summary>The row of the theme's file at <paramref name="path"/>.</summary>
    public static string Theme(string path) => ThemePrefix + Hash(path);

    /// <summary>Who holds <paramref name="slug"/>.</summary>
    public static string Claim(string slug) => ClaimPrefix + Hash(slug);

    /// <summary>The latest departure from <paramref name="slug"/>.</summary>
    public static string Departure(string slug) => DeparturePrefix + Hash(slug);

    /// <summary>The id and first-seen date of the post at <paramref name="path"/>.</summary>
    public static string Identity(string path) => IdentityPrefix + Hash(path);

    /// <summary>The file at <paramref name="path"/> waits for <paramref name="slug"/>.</summary>
    public static string Waiting(string slug, string path) => WaitingPrefix(slug) + Hash(path);

    /// <summary>What the keys of all who wait for <paramref name="slug"/> begin with.</summary>
    public static string WaitingPrefix(string slug) => AllWaitingPrefix + Hash(slug) + ":";

    /// <summary>The post at <paramref name="path"/> appears or disappears at <paramref name="at"/>; sorts by time.</summary>
    public static string Due(DateTimeOffset at, string path) => DueUntil(at) + ":" + Hash(path);

    /// <summary>What sorts behind the keys of everything that was due before <paramref name="at"/>.</summary>
    internal static string DueUntil(DateTimeOffset at) =>
        DuePrefix + at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>Entry <paramref name="sequence"/> of the log of <paramref name="epoch"/>; sorts by number.</summary>
    public static string Log(string epoch, long sequence) =>
        EpochLogPrefix(epoch) + sequence.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>What the keys of rows begin with that sources cannot tell.</summary>
    internal static IReadOnlyList<string> HistoryPrefixes { get; } = 
        [ClaimPrefix, DeparturePrefix, IdentityPrefix, LaterHistoryPrefix];

    internal static bool IsHistory(string key) =>
        HistoryPrefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    internal static bool IsClaim(string key) => key.StartsWith(ClaimPrefix, StringComparison.Ordinal);

    internal static string EpochLogPrefix(string epoch) => LogPrefix + epoch + ":";

    /// <summary>A key that sorts after every key beginning with <paramref name="prefix"/>, which is ASCII as all keys are.</summary>
    internal static string EndOf(string prefix) => prefix + '\uffff';

    /// <summary>Kinds of history that a later release adds: this one copies them and reads them back, and knows no more of them.</summary>
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

    /// <summary>Whether a row with this key is a <see cref="ThemeRow"/>.</summary>
    public static bool IsTheme(string key) => key.StartsWith(ThemePrefix, StringComparison.Ordinal);

    /// <summary>The first 128 bits of the SHA-256 of <paramref name="text"/>: 32 hex characters.</summary>
    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
