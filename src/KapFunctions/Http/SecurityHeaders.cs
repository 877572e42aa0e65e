using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Headers that keep a browser from running anything it finds in an answer.</summary>
internal static class SecurityHeaders
{
    /// <summary>For answers that are data: nothing in them may load, run or be framed.</summary>
    public const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Hosts that are linked to learn where a reader came from, but not which page was read.</summary>
    public const string OriginAlone = "strict-origin-when-cross-origin";

    /// <summary>For a year browsers come by https alone, and no page can be read or changed on the way. Other hosts of
    /// the same domain are others' business. https://www.rfc-editor.org/rfc/rfc6797</summary>
    public const string HttpsAlone = "max-age=31536000";

    public static void ForApi(IHeaderDictionary headers) => Set(headers, ApiPolicy);

    public static void Set(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
    }
}
