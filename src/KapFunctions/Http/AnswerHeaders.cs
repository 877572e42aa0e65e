using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>The headers by which answers of one kind differ from those of another.</summary>
/// <param name="Policy">What a browser may do with it: its Content-Security-Policy.</param>
/// <param name="Vary">What the answer depends on beside its address.</param>
/// <param name="ContentVersion">The version of Ghost's API that it speaks; null where it is not Ghost's.</param>
/// <param name="Referrer">What links in it tell of where a reader came from: its Referrer-Policy; null to leave it to browsers.</param>
/// <param name="IsHttpsAlone">Whether it says that browsers are to come by https alone, where not every answer does.</param>
public sealed record AnswerHeaders(
    string Policy,
    string Vary = AnswerHeaders.Encoding,
    string? ContentVersion = null,
    string? Referrer = null,
    bool IsHttpsAlone = false
)
{
    private const string Encoding = "Accept-Encoding";

    /// <summary>For data.</summary>
    public static AnswerHeaders Data { get; } = new(SecurityHeaders.ApiPolicy);

    /// <summary>For feeds.</summary>
    public static AnswerHeaders Feed { get; } = Data with { Referrer = SecurityHeaders.OriginAlone };

    /// <summary>
    /// Sets those that a 304 has as well; the caller knows the others from its copy (RFC 9110, section 15.4.5). What the
    /// answer depends on is added to what every answer depends on.
    /// </summary>
    public void SetShared(IHeaderDictionary headers)
    {
        headers.Vary = headers.Vary.Count == 0 ? Vary : $"{Vary}, {headers.Vary}";
        if (ContentVersion is not null)
        {
            headers["Content-Version"] = ContentVersion;
        }
    }

    /// <summary>Sets those that say what may be done with the content.</summary>
    public void SetContent(IHeaderDictionary headers)
    {
        SecurityHeaders.Set(headers, Policy);
        if (Referrer is not null)
        {
            headers["Referrer-Policy"] = Referrer;
        }

        if (IsHttpsAlone)
        {
            headers.StrictTransportSecurity = SecurityHeaders.HttpsAlone;
        }
    }
}
