using System.Globalization;
using KapFunctions.Content.Links;
using KapFunctions.Content.Sources;
using KapFunctions.Http;
using KapFunctions.Pictures;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Delivery.Media;

/// <summary>Serves media with ranges and conditional requests, and smaller forms of pictures.</summary>
public sealed class MediaAnswers(PublicMedia media, PictureForms forms, Freshness freshness)
{
    // For an address that may show something else tomorrow: browsers ask once an hour, which costs them a 304.
    private const string Short = "public, max-age=3600, s-maxage=60";

    private const string Sandbox = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private static readonly string WidthExpectation =
        $"must be one of {string.Join(", ", PictureScaler.Widths)}, and be given once.";

    public async Task<IResult> ServeAsync(HttpRequest request, string path, CancellationToken cancellation)
    {
        var name = $"media/{path}";
        if (MediaTypes.Of(path) is null || HiddenNames.Has(name) || !SourcePath.IsAddressable(name))
        {
            return Problems.MediaNotFound(path);
        }

        IgnoreForeignUnits(request);
        var width = 0;
        if (request.Query.TryGetValue(PictureSources.WidthParameter, out var asked) && !TryReadWidth(asked, out width))
        {
            return Problems.InvalidParameter(PictureSources.WidthParameter, WidthExpectation);
        }

        var row = await FindAsync(name, cancellation);
        path = row?.Path["media/".Length..] ?? path;
        return width > 0 && row is { CanScale: true, Width: not null, Version: not null }
            ? await ScaledAsync(request, path, row, width, cancellation)
            : await WholeAsync(request, path, row, isForNow: false, cancellation);
    }

    /// <summary>https://www.rfc-editor.org/rfc/rfc9110#section-14.2; ASP.NET Core takes any unit for bytes.</summary>
    private static void IgnoreForeignUnits(HttpRequest request)
    {
        if (!request.Headers.Range.ToString().AsSpan().Trim().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
        {
            request.Headers.Remove(HeaderNames.Range);
        }
    }

    private static bool TryReadWidth(IReadOnlyList<string?> asked, out int width) =>
        int.TryParse(asked is [var one] ? one : null, NumberStyles.None, CultureInfo.InvariantCulture, out width)
        && PictureScaler.Widths.Contains(width);

    private async Task<MediaRow?> FindAsync(string name, CancellationToken cancellation)
    {
        using var view = await freshness.ReadAsync(cancellation);
        return view?.FindMedia(name);
    }

    private async Task<IResult> WholeAsync(
        HttpRequest request,
        string path,
        MediaRow? row,
        bool isForNow,
        CancellationToken cancellation
    )
    {
        if (await media.OpenAsync($"media/{path}", row, cancellation) is not { } served)
        {
            return Problems.MediaNotFound(path);
        }

        if (served.Content is null)
        {
            return Problems.PictureUnreadable(path);
        }

        var headers = request.HttpContext.Response.Headers;
        SecurityHeaders.ForApi(headers);
        headers.CacheControl = CacheControl(request, served.Row, isForNow);
        TagsOf(path).Set(headers);
        if (MediaTypes.IsDocument(path))
        {
            headers.ContentSecurityPolicy = Sandbox;
            headers.ContentDisposition = "attachment";
        }

        return Results.Stream(
            served.Content,
            served.Type,
            lastModified: served.ModifiedAt,
            entityTag: new EntityTagHeaderValue(served.ETag),
            enableRangeProcessing: true
        );
    }

    private async Task<IResult> ScaledAsync(
        HttpRequest request,
        string path,
        MediaRow row,
        int width,
        CancellationToken cancellation
    )
    {
        // Of what takes too much memory or time there is no smaller form, nor of what is broken behind its header.
        var form = await forms.FindAsync(row, width, cancellation);
        if (form is not { Bytes: [_, ..] bytes })
        {
            return await WholeAsync(request, path, row, isForNow: form is null, cancellation);
        }

        var headers = request.HttpContext.Response.Headers;
        SecurityHeaders.ForApi(headers);
        headers.CacheControl = CacheControl(request, row, form.IsForNow);
        TagsOf(path).Set(headers);
        return Results.Bytes(
            bytes,
            "image/webp",
            entityTag: AnswerForm.Of(bytes, encoding: null).ETag,
            enableRangeProcessing: true
        );
    }

    private static EdgeHeaders TagsOf(string path) => new([CacheTag.Media, CacheTag.File(path)]);

    // An address that names the content served may be kept for good; what stands in for a smaller form, for seconds.
    private static string CacheControl(HttpRequest request, MediaRow? served, bool isForNow) =>
        isForNow ? Lifetime.Usual.CacheControl
        : IsNamed(request, served) ? Lifetime.Immutable.CacheControl
        : Short;

    private static bool IsNamed(HttpRequest request, MediaRow? served) =>
        PictureSources.VersionOf(served) is { } version
        && request.Query[PictureSources.VersionParameter] is [{ } named]
        && named == version;
}
