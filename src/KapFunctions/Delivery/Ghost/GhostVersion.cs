using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Ghost;

/// <summary>Which version of Ghost's API is spoken, and which one a client wants.</summary>
internal static partial class GhostVersion
{
    public const string Header = "v6.0";

    private const int Served = 6;

    /// <summary>The error for an address that is none: about the version, where the client wants another one.</summary>
    public static GhostError NoRouteFor(HttpRequest request)
    {
        var header = request.Headers["Accept-Version"].ToString();
        if (header.Length == 0)
        {
            return GhostErrors.NoRoute;
        }

        return Form().Match(header) switch
        {
            { Success: false } => GhostErrors.UnreadableVersion(Header),
            var wanted
                when int.Parse(wanted.Groups[1].Value, CultureInfo.InvariantCulture) is var major and not Served =>
                GhostErrors.OtherVersion(header, Header, isBehind: major < Served),
            _ => GhostErrors.NoRoute,
        };
    }

    [GeneratedRegex(@"^v?([0-9]{1,4})(\.[0-9]{1,4}){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
