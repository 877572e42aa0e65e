using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Headers that keep a browser from running anything it finds in an answer.</summary>
public static class SecurityHeaders
{
    /// <summary>For answers that are data: nothing in them may load, run or be framed.</summary>
    public static void ForApi(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
    }
}
