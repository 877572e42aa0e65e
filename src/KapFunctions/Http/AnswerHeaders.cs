using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>The headers by which answers of one kind differ from those of another. <c>Policy</c> is the
/// Content-Security-Policy, <c>ContentVersion</c> Ghost's own; null leaves a header out.</summary>
internal sealed record AnswerHeaders(
    string Policy,
    string Vary = AnswerHeaders.Encoding,
    string? ContentVersion = null,
    string? Referrer = null,
    bool IsHttpsAlone = false,
    string? Link = null
)
{
    private const string Encoding = "Accept-Encoding";

    public static AnswerHeaders Data { get; } = new(SecurityHeaders.ApiPolicy);

    public static AnswerHeaders Feed { get; } = Data with { Referrer = SecurityHeaders.OriginAlone };

    /// <summary>Sets those that a 304 has as well; the caller knows the others from its copy (RFC 9110, section
    /// 15.4.5). What the answer depends on is added to what every answer depends on.</summary>
    public void SetShared(IHeaderDictionary headers)
    {
        headers.Vary = headers.Vary.Count == 0 ? Vary : $"{Vary}, {headers.Vary}";
        if (ContentVersion is not null)
        {
            headers["Content-Version"] = ContentVersion;
        }
    }

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

        if (Link is not null)
        {
            headers.Link = Link;
        }
    }
}
