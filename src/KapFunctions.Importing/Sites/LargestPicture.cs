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
        return address.Contains("squarespace", StringComparison.Ordinal)
            ? Squarespace().Replace(address, "?format=original")
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
}
