using KapFunctions.Editor.Files;
using KapFunctions.Http;
using KapFunctions.Pictures.Formats;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Pasting;

/// <summary>A picture's address on another host.</summary>
internal sealed record PictureRequest(string? Url);

/// <summary>Fetches pictures that lie on other hosts. Only the public internet is asked, by https, and what comes is a picture by its first
/// bytes, whatever the host calls it. The desk stores it as it stores every picture.</summary>
public sealed class ForeignPictures : IDisposable
{
    private const int MaxRequestBytes = 16 << 10;
    private const int MaxRedirects = 3;

    /// <summary>So many bytes tell a format.</summary>
    private const int HeadBytes = 16;

    private const int BufferBytes = 64 << 10;

    /// <summary>Within the time in which an answer of ours begins.</summary>
    private static readonly TimeSpan BeginsWithin = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan EndsWithin = TimeSpan.FromMinutes(1);

    private readonly HttpClient http;

    internal ForeignPictures(bool allowPrivate)
    {
        http = PublicHttpClient.Create(allowPrivate, BeginsWithin);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("KapFunctions/1.0");
    }

    public async Task<IResult> FetchAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (asked, problem) = await RequestBody.ReadAsync(
            request,
            PastedJson.Default.PictureRequest,
            MaxRequestBytes,
            cancellation
        );
        if (problem is not null)
        {
            return problem;
        }

        if (!Uri.TryCreate(asked!.Url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return Problems.InvalidParameter("url", "must be the address of a picture.");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(BeginsWithin);
        try
        {
            return await FetchAsync(address, patience.Token);
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException
                || (failure is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return Problems.PictureNotFetched(
                $"\"{address.Host}\" cannot be reached in time, or not by https over the public internet."
            );
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<IResult> FetchAsync(Uri address, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            try
            {
                if (response.Headers.Location is { } next && (int)response.StatusCode is >= 300 and < 400)
                {
                    response.Dispose();
                    if (redirects == MaxRedirects)
                    {
                        return Problems.PictureNotFetched($"\"{address.Host}\" leads on and on.");
                    }

                    address = new(address, next);
                    continue;
                }

                var picture = await OpenAsync(response, address, cancellation);
                if (picture is not FetchedPicture)
                {
                    response.Dispose();
                }

                return picture;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }

    private static async Task<IResult> OpenAsync(
        HttpResponseMessage response,
        Uri address,
        CancellationToken cancellation
    )
    {
        if (!response.IsSuccessStatusCode)
        {
            return Problems.PictureNotFetched(
                $"\"{address.Host}\" answers {(int)response.StatusCode}: there is no picture for everybody at this address."
            );
        }

        if (response.Content.Headers.ContentLength > EditablePath.MaxMediaBytes)
        {
            return Problems.FileTooLarge(EditablePath.MaxMediaBytes);
        }

        var content = await response.Content.ReadAsStreamAsync(cancellation);
        // What has begun is sent to its end, so a host that does not say how much will come is heard out first.
        if (response.Content.Headers.ContentLength is null)
        {
            if (await ReadAllAsync(content, cancellation) is not { } whole)
            {
                return Problems.FileTooLarge(EditablePath.MaxMediaBytes);
            }

            content = whole;
        }

        var head = new byte[HeadBytes];
        var read = await content.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellation);
        var type = PictureFormats.Of(head.AsSpan(0, read)) switch
        {
            PictureFormat.Jpeg => "image/jpeg",
            PictureFormat.Png => "image/png",
            PictureFormat.Webp => "image/webp",
            PictureFormat.Gif => "image/gif",
            _ => null,
        };
        return type is null
            ? Problems.PictureNotFetched("What lies there is none of the kinds that are fetched: JPEG, PNG, GIF, WebP.")
            : new FetchedPicture(response, content, head.AsMemory(0, read), type);
    }

    /// <summary>Null where it is larger than a file may be.</summary>
    private static async Task<MemoryStream?> ReadAllAsync(Stream content, CancellationToken cancellation)
    {
        var whole = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (whole.Length + read > EditablePath.MaxMediaBytes)
            {
                return null;
            }

            whole.Write(buffer, 0, read);
        }

        whole.Position = 0;
        return whole;
    }

    /// <summary>Passes on what comes.</summary>
    private sealed class FetchedPicture(
        HttpResponseMessage response,
        Stream content,
        ReadOnlyMemory<byte> head,
        string type
    ) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using var fetched = response;
            var headers = httpContext.Response.Headers;
            SecurityHeaders.ForApi(headers);
            headers.CacheControl = "no-store";
            headers.ContentDisposition = "attachment";
            await ResponseBody.SendAsync(httpContext, type, length: null, CopyAsync);
        }

        private async Task CopyAsync(Stream to, CancellationToken cancellation)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(EndsWithin);
            await to.WriteAsync(head, patience.Token);
            await content.CopyToAsync(to, BufferBytes, patience.Token);
        }
    }
}
