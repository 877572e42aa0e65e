using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Headers that keep a browser from running anything it finds in an answer.</summary>
public static class SecurityHeaders
{
    /// <summary>For answers that are data: nothing in them may load, run or be framed.</summary>
    public const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>
    /// For pages: scripts and styles from here alone, pictures and sound from anywhere, frames of those that posts may embed
    /// (the same hosts as in the content model's embeds).
    /// </summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http: data:; media-src 'self' https: http:; "
        + "font-src 'self'; connect-src 'self'; frame-src https://www.youtube-nocookie.com https://player.vimeo.com "
        + "https://open.spotify.com https://embed.podcasts.apple.com https://w.soundcloud.com; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For answers that are data.</summary>
    public static void ForApi(IHeaderDictionary headers) => Set(headers, ApiPolicy);

    /// <summary>Sets a policy, and that types are not guessed.</summary>
    public static void Set(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
    }
}
