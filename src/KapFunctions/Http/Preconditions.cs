using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Http;

/// <summary>Conditional GET and HEAD (RFC 9110, section 13). A header that does not parse is passed over.</summary>
internal static class Preconditions
{
    /// <summary>200, 304 or 412, in the order of section 13.2.2.</summary>
    public static int StatusFor(HttpRequest request, EntityTagHeaderValue etag, DateTimeOffset? lastModified)
    {
        var headers = request.Headers;
        if (headers.IfMatch.Count == 0 && headers.IfUnmodifiedSince.Count == 0)
        {
            // What nearly everybody sends: no condition, or the one tag that we gave.
            if (headers.IfNoneMatch.Count == 0 && headers.IfModifiedSince.Count == 0)
            {
                return StatusCodes.Status200OK;
            }

            if (headers.IfNoneMatch is [{ } only] && etag.Tag == only)
            {
                return StatusCodes.Status304NotModified;
            }
        }

        return StatusFor(headers, etag, lastModified);
    }

    private static int StatusFor(IHeaderDictionary headers, EntityTagHeaderValue etag, DateTimeOffset? lastModified)
    {
        if (EntityTagHeaderValue.TryParseList(headers.IfMatch, out var match))
        {
            if (!match.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(etag, useStrongComparison: true)))
            {
                return StatusCodes.Status412PreconditionFailed;
            }
        }
        else if (
            HeaderUtilities.TryParseDate(headers.IfUnmodifiedSince.ToString(), out var since)
            && Seconds(lastModified) > since
        )
        {
            return StatusCodes.Status412PreconditionFailed;
        }

        if (EntityTagHeaderValue.TryParseList(headers.IfNoneMatch, out var noneMatch))
        {
            return noneMatch.Any(one =>
                one.Equals(EntityTagHeaderValue.Any) || one.Compare(etag, useStrongComparison: false)
            )
                ? StatusCodes.Status304NotModified
                : StatusCodes.Status200OK;
        }

        return
            HeaderUtilities.TryParseDate(headers.IfModifiedSince.ToString(), out var modified)
            && Seconds(lastModified) <= modified
            ? StatusCodes.Status304NotModified
            : StatusCodes.Status200OK;
    }

    // HTTP dates have no fractions.
    private static DateTimeOffset? Seconds(DateTimeOffset? time) =>
        time is { } value ? DateTimeOffset.FromUnixTimeSeconds(value.ToUnixTimeSeconds()) : null;
}
