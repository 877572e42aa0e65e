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
        var wanted = Form().Match(request.Headers["Accept-Version"].ToString());
        return
            wanted.Success
            && int.Parse(wanted.Groups[1].Value, CultureInfo.InvariantCulture) is var major and not Served
            ? GhostErrors.OtherVersion(major, Served)
            : GhostErrors.NoRoute;
    }

    [GeneratedRegex(@"^v?(\d{1,4})(\.\d{1,4}){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
