using KapFunctions.Http;
using KapFunctions.Publishing;
using KapFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Delivery.Media;

/// <summary>Serves media as they lie in storage, with ranges and conditional requests.</summary>
public sealed class MediaAnswers(MediaStore media)
{
    /// <summary>Browsers ask once an hour, which costs them a 304.</summary>
    private const string CacheControl = "public, max-age=3600, s-maxage=60";

    private const string Sandbox = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    /// <summary>The file at <paramref name="path"/>, as its address names it.</summary>
    public async Task<IResult> ServeAsync(HttpRequest request, string path, CancellationToken cancellation)
    {
        var name = $"media/{path}";
        if (
            MediaTypes.Of(path) is not { } type
            || !SourcePath.IsAddressable(name)
            || await media.OpenAsync(name, cancellation) is not { } file
        )
        {
            return Problems.MediaNotFound(path);
        }

        var headers = request.HttpContext.Response.Headers;
        SecurityHeaders.ForApi(headers);
        headers.CacheControl = CacheControl;
        if (MediaTypes.IsDocument(path))
        {
            headers.ContentSecurityPolicy = Sandbox;
            headers.ContentDisposition = "attachment";
        }

        return Results.Stream(
            file.Content,
            type,
            lastModified: file.ModifiedAt,
            entityTag: new EntityTagHeaderValue(file.ETag),
            enableRangeProcessing: true
        );
    }
}
