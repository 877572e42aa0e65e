using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Pasting;

/// <summary>POST /api/editor/picture: a picture of another host, for an editor who wants it among the site's own. Nothing is stored.</summary>
public sealed class FetchPicture(ForeignPictures pictures)
{
    /// <summary>Takes <c>{"url"}</c>.</summary>
    [Function(nameof(FetchPicture))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editor/picture")] HttpRequest request,
        CancellationToken cancellation
    ) => pictures.FetchAsync(request, cancellation);
}
