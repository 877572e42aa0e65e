using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>The headers by which answers of one kind differ from those of another.</summary>
/// <param name="Policy">What a browser may do with it: its Content-Security-Policy.</param>
/// <param name="Vary">What the answer depends on beside its address.</param>
/// <param name="ContentVersion">The version of Ghost's API that it speaks; null where it is not Ghost's.</param>
public sealed record AnswerHeaders(string Policy, string Vary = AnswerHeaders.Encoding, string? ContentVersion = null)
{
    private const string Encoding = "Accept-Encoding";

    /// <summary>For data.</summary>
    public static AnswerHeaders Data { get; } = new(SecurityHeaders.ApiPolicy);

    /// <summary>For pages.</summary>
    public static AnswerHeaders Page { get; } = new(SecurityHeaders.PagePolicy);

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
    public void SetContent(IHeaderDictionary headers) => SecurityHeaders.Set(headers, Policy);
}
