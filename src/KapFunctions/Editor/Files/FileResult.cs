using KapFunctions.Http;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Editor.Files;

/// <summary>Sends a file as data: a browser that is led here shows and runs nothing of it.</summary>
internal sealed class FileResult(OpenedFile file) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var opened = file;
        var (request, response) = (httpContext.Request, httpContext.Response);
        SecurityHeaders.ForApi(response.Headers);
        response.Headers.ETag = file.ETag;
        response.Headers.CacheControl = Lifetime.Private.CacheControl;
        response.Headers.ContentDisposition = "attachment";
        response.Headers.LastModified = HeaderUtilities.FormatDate(file.ModifiedAt);
        response.StatusCode = Preconditions.StatusFor(request, new(file.ETag), file.ModifiedAt);
        if (response.StatusCode != StatusCodes.Status200OK)
        {
            return;
        }

        await ResponseBody.SendAsync(httpContext, file.ContentType, file.Size, file.Content.CopyToAsync);
    }
}
