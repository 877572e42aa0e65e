using System.Text.RegularExpressions;

namespace KapFunctions.Importing.Sites;

/// <summary>The picture that was uploaded, where a host makes smaller ones of it by its address.</summary>
internal static partial class LargestPicture
{
    public static string Of(string address)
    {
        if (address.Contains("static.wixstatic.com/media/", StringComparison.Ordinal))
        {
            return Wix().Replace(address, "");
        }
        if (
            address.Contains("substackcdn.com/image/fetch/", StringComparison.Ordinal)
            && Inner().Match(address) is { Success: true } inner
        )
        {
            return Uri.UnescapeDataString(inner.Groups["address"].Value);
        }
        if (address.Contains("miro.medium.com/", StringComparison.Ordinal))
        {
            return Medium().Replace(address, "/v2/$1");
        }
        if (address.Contains("squarespace", StringComparison.Ordinal))
        {
            return Squarespace().Replace(address, "?format=original");
        }
        if (address.Contains("/content/images/size/", StringComparison.Ordinal))
        {
            return Ghost().Replace(address, "/");
        }
        return
            address.Contains("/wp-content/uploads/", StringComparison.Ordinal)
            || address.Contains(".files.wordpress.com/", StringComparison.Ordinal)
            ? WordPress().Replace(address, "${ending}")
            : address;
    }

    [GeneratedRegex("/v1/(fill|fit|crop)/.*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Wix();

    [GeneratedRegex("/(?<address>https?%3A%2F%2F[^/?]+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Inner();

    [GeneratedRegex("/v2/resize:[^/]+/(?:format:[^/]+/)?([^/]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Medium();

    [GeneratedRegex(@"\?format=[0-9]+w$", RegexOptions.CultureInvariant)]
    private static partial Regex Squarespace();

    [GeneratedRegex("/size/w[0-9]+(h[0-9]+)?(/format/[a-z]+)?/", RegexOptions.CultureInvariant)]
    private static partial Regex Ghost();

    [GeneratedRegex(
        @"(-[0-9]{2,4}x[0-9]{2,4})?(?<ending>\.[A-Za-z]{3,4})(\?(w|h|resize|fit|ssl|quality|strip)=[^?]*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WordPress();
}
