using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Headers that keep a browser from running anything it finds in an answer.</summary>
public static class SecurityHeaders
{
    /// <summary>For answers that are data: nothing in them may load, run or be framed.</summary>
    public const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>What pages and feeds tell the hosts that they link to: where a reader came from, but not which page was read.</summary>
    public const string OriginAlone = "strict-origin-when-cross-origin";

    /// <summary>
    /// For a year browsers come by https alone, and no page can be read or changed on the way. Other hosts of the same
    /// domain are others' business. https://www.rfc-editor.org/rfc/rfc6797
    /// </summary>
    public const string HttpsAlone = "max-age=31536000";

    /// <summary>For answers that are data.</summary>
    public static void ForApi(IHeaderDictionary headers) => Set(headers, ApiPolicy);

    /// <summary>Sets a policy, and that types are not guessed.</summary>
    public static void Set(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
    }
}
