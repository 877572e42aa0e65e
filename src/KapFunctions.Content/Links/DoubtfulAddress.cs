using System.Text.RegularExpressions;

namespace KapFunctions.Content.Links;

/// <summary>Addresses that lead nowhere from a page, though they did where they were copied.</summary>
internal static partial class DoubtfulAddress
{
    /// <summary>Hosts whose addresses show a page around a file.</summary>
    private static readonly string[] CloudHosts =
    [
        "drive.google.com",
        "docs.google.com",
        "photos.google.com",
        "photos.app.goo.gl",
        "dropbox.com",
        "onedrive.live.com",
        "1drv.ms",
        "icloud.com",
        "wetransfer.com",
        "box.com",
    ];

    /// <summary>A drive's letter, a share, a home, a folder of a system.</summary>
    public static bool IsLocal(string written) => Local().IsMatch(written);

    public static bool IsData(string written) =>
        written.AsSpan().TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it shows a page where a picture is wanted. Dropbox gives the file itself for <c>raw=1</c> and <c>dl=1</c>.</summary>
    public static bool IsCloudPage(string url)
    {
        if (
            !url.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || !Uri.TryCreate(url, UriKind.Absolute, out var uri)
        )
        {
            return false;
        }
        var host = uri.Host;
        return Array.Exists(
                CloudHosts,
                cloud =>
                    host.EndsWith(cloud, StringComparison.OrdinalIgnoreCase)
                    && (host.Length == cloud.Length || host[^(cloud.Length + 1)] == '.')
            )
            && !host.StartsWith("dl.", StringComparison.OrdinalIgnoreCase)
            && !uri.Query.Contains("raw=1", StringComparison.Ordinal)
            && !uri.Query.Contains("dl=1", StringComparison.Ordinal)
            && !uri.AbsolutePath.StartsWith("/uc", StringComparison.Ordinal);
    }

    /// <summary>What was probably meant by an address that has lost how it begins; null for all others.</summary>
    public static string? WithScheme(string written) =>
        written.Length > MaxLength ? null
        : Mail().IsMatch(written) ? "mailto:" + written
        : Broken().Match(written) is { Success: true, Groups: var groups }
            ? $"http{(groups["scheme"].Value.EndsWith('s') ? "s" : "")}://{groups["rest"].Value}"
        : Host().IsMatch(written) ? "https://" + written
        : null;

    private const int MaxLength = 500;

    [GeneratedRegex(
        @"^\s*(file:|https?://(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])([:/?#]|$)|[A-Za-z]:[\\/]|\\\\[^\\]|~/|/(Users|home|Volumes|mnt|tmp|var/folders)/|/?[A-Za-z]:/)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Local();

    [GeneratedRegex(
        @"^[\w.+-]+@[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Mail();

    /// <summary><c>https//</c>, <c>https:/</c>, <c>http:example.org</c>, <c>htp://</c>.</summary>
    [GeneratedRegex(
        @"^(?<scheme>https?)(;//+|//+|:/?(?=[^/]))(?<rest>[\w-]+(\.[\w-]+)+.*)$"
            + @"|^(?<scheme>h?t{1,3}p{1,2}s?)(?<!^https?)://(?<rest>.+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Broken();

    [GeneratedRegex(
        @"^([\w-]+\.)+(com|org|net|edu|gov|info|io|eu|de|at|ch|uk|ie|fr|es|it|nl|be|pt|us|ca|au|nz)(/\S*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Host();
}
