using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Files;

/// <summary>GET /api/editor/media: the files below media/, by path, and where each is used.</summary>
public sealed class GetMediaFiles(MediaOverview media)
{
    [Function(nameof(GetMediaFiles))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/media")] HttpRequest request,
        CancellationToken cancellation
    ) => media.ListAsync(cancellation);
}
